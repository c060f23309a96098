let audio;

/** Two short low tones: what was just scanned is not on the receipt. Silent where the browser has no sound. */
export function sound() {
  try {
    audio ??= new AudioContext();
    const now = audio.currentTime;
    [0, 0.16].forEach((delay) => {
      const tone = new OscillatorNode(audio, { type: 'square', frequency: 220 });
      const volume = new GainNode(audio, { gain: 0.08 });
      tone.connect(volume).connect(audio.destination);
      tone.start(now + delay);
      tone.stop(now + delay + 0.1);
    });
  } catch {
    // The sentence on the screen must do.
  }
}
