#!/usr/bin/env python3
"""verify.py EXPORT [ANCHORS [KEY]]: does an exported journal hold? Written from FORMAT.md alone; Python 3, nothing else.
KEY is the 64 hex digits that were noted when the register was set up. Exit 0: it holds; 1: it does not; 2: wrong usage;
3: KEY was given, and nothing here can check signatures."""
import hashlib, json, os, re, subprocess, sys, tempfile

def number(text):
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,15}", text) or abs(int(text)) > 2 ** 53: raise ValueError("not a whole number: " + text)
    return int(text)

def sort(value):  # RFC 8785: by UTF-16 code units
    if isinstance(value, dict): return {k: sort(value[k]) for k in sorted(value, key=lambda k: k.encode("utf-16-be"))}
    return [sort(v) for v in value] if isinstance(value, list) else value

def write(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

def read(line, names):
    value = json.loads(line, parse_int=number, parse_float=number, parse_constant=number)
    if "payload" in value: value["payload"] = sort(value["payload"])
    if list(value) != names or write(value) != line: raise ValueError("not written as the format says")
    return value

def signed(message, key, signature):
    """True, False, or None where nothing here can tell."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        try: return Ed25519PublicKey.from_public_bytes(key).verify(signature, message) is None
        except InvalidSignature: return False
    except Exception: pass  # not there, or without Ed25519: openssl may tell
    with tempfile.TemporaryDirectory() as folder:
        name = {n: os.path.join(folder, n) for n in ("key", "text", "signature")}
        for n, content in (("key", bytes.fromhex("302a300506032b6570032100") + key), ("text", message), ("signature", signature)):
            with open(name[n], "wb") as file: file.write(content)
        try: run = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", name["key"], "-rawin", "-in",
            name["text"], "-sigfile", name["signature"]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except OSError: return None
    if run.returncode == 0: return True
    return False if b"Signature Verification Failure" in run.stdout else None

def bad(where, why): sys.exit(print("The journal does not hold: %s: %s" % (where, why)) or 1)

def lines(file):
    text = open(file, encoding="utf-8", errors="replace", newline="\n").read()
    return text[:-1].split("\n") if text.endswith("\n") else text.split("\n") if text else []

def read_anchor(line):
    anchor = json.loads(line, parse_float=number)
    anchor = read(line, ["hash", "key", "lane", "seq", "signature", "time"] if "key" in anchor else ["hash", "lane", "seq", "time"])
    for name, digits in (("hash", 64), ("key", 64), ("signature", 128)):
        if name in anchor and not re.fullmatch("[0-9a-f]{%d}" % digits, anchor[name]): raise ValueError("no %s" % name)
    if type(anchor["seq"]) is not int or anchor["seq"] < 1 or type(anchor["lane"]) is not str: raise ValueError("no such entry can be")
    return anchor

def unchecked(anchors, pinned):
    """Ends where an anchor is forged; otherwise how many have a signature that nothing here can check."""
    count, first = 0, {}  # per lane: the earliest entry that is anchored with a signature
    for anchor in anchors:
        if "key" in anchor: first[anchor["lane"]] = min(anchor["seq"], first.get(anchor["lane"], anchor["seq"]))
    for place, anchor in enumerate(anchors, 1):
        if "key" not in anchor:
            if anchor["seq"] > first.get(anchor["lane"], anchor["seq"]): bad("anchor %d" % place, "forged: its signature was taken off")
            print("anchor %d: unsigned" % place)
            continue
        text = b"sekisho journal anchor\n" + write({k: anchor[k] for k in ("hash", "lane", "seq", "time")}).encode()
        holds = signed(text, bytes.fromhex(anchor["key"]), bytes.fromhex(anchor["signature"]))
        if holds is False or (pinned and anchor["key"] != pinned): bad("anchor %d" % place, "forged, or not by the key that was noted")
        if holds is None: count += print("anchor %d: no way here to check its signature" % place) or 1
    return count

def main(export, anchors=None, pinned=None):
    chains = {}  # per lane: the hash of each entry
    for count, line in enumerate(lines(export), 1):
        try: entry = read(line, ["seq", "lane", "time", "type", "payload", "prev", "hash"])
        except (ValueError, TypeError, KeyError) as e: bad("line %d" % count, "edited: %s" % e)
        chain = chains.setdefault(entry["lane"], ["0" * 64])
        where, content = "lane %s, entry %s" % (entry["lane"], entry["seq"]), {k: entry[k] for k in ("lane", "payload", "seq", "time", "type")}
        if entry["seq"] != len(chain): bad("lane %s, entry %d" % (entry["lane"], len(chain)), "removed or reordered: %s follows" % entry["seq"])
        if hashlib.sha256((entry["prev"] + "\n" + write(content)).encode()).hexdigest() != entry["hash"]: bad(where, "edited")
        if entry["prev"] != chain[-1]: bad(where, "it, or the entry before, was rewritten: prev is not the hash before")
        chain.append(entry["hash"])
    found = []
    for count, line in enumerate(lines(anchors) if anchors else [], 1):
        try: found.append(read_anchor(line))
        except (ValueError, TypeError, KeyError) as e: bad("anchor %d" % count, "edited: %s" % e)
    unsure = unchecked(found, pinned)
    for count, anchor in enumerate(found, 1):
        chain, seq = chains.get(anchor["lane"], ["0" * 64]), anchor["seq"]
        if seq >= len(chain): bad("lane %s, entry %d" % (anchor["lane"], len(chain)), "cut off or rolled back: anchor %d knows entry %d" % (count, seq))
        if chain[seq] != anchor["hash"]: bad("lane %s, entry %d" % (anchor["lane"], seq), "rewritten: anchor %d knows another one" % count)
    if unsure and pinned: sys.exit(print("The chains hold, but signatures could not be checked: that takes openssl 3 or the Python package cryptography.") or 3)
    print("The journal holds: %d entries." % sum(len(chain) - 1 for chain in chains.values()))

if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4: sys.exit(print(__doc__) or 2)
    try: main(*sys.argv[1:])
    except OSError as e: sys.exit(print(e) or 2)
