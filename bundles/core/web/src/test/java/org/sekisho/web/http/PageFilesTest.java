package org.sekisho.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private final PageFiles files = new PageFiles();

    @Test
    void pageIsThereWithItsTypeAndTag() {
        Answer page = files.find("/").orElseThrow();
        assertThat(page.type()).isEqualTo("text/html; charset=utf-8");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
        assertThat(page.headers().get(PageFiles.TAG)).matches("\"[0-9a-f]{32}\"");
        assertThat(files.find("/index.html")).containsSame(page);
    }

    @Test
    void libraryAndFontComeAlongWithTheBuild() {
        assertThat(files.find("/lib/lit-html.js").orElseThrow().type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(files.find("/font/BIZUDGothic-Regular.ttf").orElseThrow().type())
                .isEqualTo("font/ttf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.html",
                "/../openapi.json",
                "/../messages.properties",
                "/..%2fopenapi.json",
                "/./index.html",
                "//index.html",
                "/index.html/",
                "/index.html?x",
                "/INDEX.HTML",
                "/page",
                "/.html",
                "/../http/Door.class",
                "/a\\b.html",
                "/index.html\u0000.png"
            })
    void nothingElseIs(String path) {
        assertThat(files.find(path)).isEmpty();
    }
}
