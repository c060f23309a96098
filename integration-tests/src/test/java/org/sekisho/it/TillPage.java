package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard.TypeOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The register page on a screen, used as a cashier uses it. Closing it fails when the browser complained about anything. */
final class TillPage implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/pictures");

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    TillPage(Page page, URI address) {
        this.page = page;
        page.onConsoleMessage(message -> {
            // A refusal is an answer; the browser writes each into its console all the same.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                complaints.add("a request left the register: " + request.url());
            }
        });
        page.navigate(address.toString());
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator scanField() {
        return find("#scan");
    }

    Locator lines() {
        return find(".lines tbody tr");
    }

    TillPage signOn(String operator, String password) {
        find("#operator").fill(operator);
        find("#password").fill(password);
        find("#password").press("Enter");
        return this;
    }

    TillPage signOnAsCashier() {
        signOn("tanaka", Register.CASHIER_PASSWORD);
        assertThat(scanField()).isFocused();
        return this;
    }

    /** Speaks Japanese or English. */
    TillPage speak(String language) {
        if (!language.equals(find("html").getAttribute("lang"))) {
            find(".switches button[lang=" + language + "]").click();
        }
        assertThat(find("html")).hasAttribute("lang", language);
        return this;
    }

    /** Codes as a scanner sends them: keys without a pause, each code with Enter, and none waits for an answer. */
    TillPage scan(String... codes) {
        page.keyboard().type(String.join("\n", codes) + "\n");
        return this;
    }

    /** Keys as fast as a person's. */
    TillPage type(String keys) {
        page.keyboard().type(keys, new TypeOptions().setDelay(30));
        return this;
    }

    TillPage press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Fingers on the keypad. */
    TillPage tapKeys(String... keys) {
        for (String key : keys) {
            find("[data-key='" + key + "']").tap();
        }
        return this;
    }

    void assertTotal(String total) {
        assertThat(find(".total")).hasText(total);
    }

    void assertChange(String change) {
        assertThat(find(".change")).hasText(change);
    }

    /** The picture of the receipt came and can be seen. */
    void assertReceiptIsShown() {
        page.waitForFunction("() => document.querySelector('.receipt img').naturalWidth > 300");
        assertThat(find(".receipt img")).isVisible();
    }

    /** Nothing stands outside of the screen, and whatever a finger must meet is large enough for it. */
    void assertFitsTheScreen() {
        assertThat(
                        page.evaluate(
                                "() => [document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth]"))
                .isEqualTo(List.of(0, 0));
        assertThat(page.evaluate(
                        "() => [...document.querySelectorAll('button, input:not(.unseen)')].map((e) => [e.innerText, e.getBoundingClientRect()])"
                                + ".filter(([, r]) => r.width && (r.width < 48 || r.height < 48 || r.right > innerWidth || r.bottom > innerHeight))"
                                + ".map(([text]) => text)"))
                .isEqualTo(List.of());
    }

    /** Leaves a picture in the build folder for people to look at. */
    TillPage picture(String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    @Override
    public void close() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }
}
