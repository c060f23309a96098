package org.sekisho.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, without a window. Without one, tests that ask for it are skipped. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        // It brings no browser of its own and must fetch none.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    static Chromium find() {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "Chromium is not there");
        return new Chromium(program.orElseThrow());
    }

    /** A till with keyboard, mouse and a screen of 1280 x 800. */
    TillPage till(URI page) {
        return open(page, new NewContextOptions().setViewportSize(1280, 800));
    }

    /** A till with fingers and a screen of 1024 x 768. */
    TillPage touchTill(URI page) {
        return open(page, new NewContextOptions().setViewportSize(1024, 768).setHasTouch(true));
    }

    private TillPage open(URI page, NewContextOptions options) {
        return new TillPage(browser.newContext(options.setLocale("fr-FR")).newPage(), page);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
