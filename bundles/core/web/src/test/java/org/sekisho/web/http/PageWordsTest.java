package org.sekisho.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's two dictionaries, which are written as JSON inside a module. */
class PageWordsTest {

    private static final Path PAGE = Path.of("src/main/resources/org/sekisho/web/page");
    private static final Pattern USE = Pattern.compile("words\\('([\\w.]+)'");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+\\}");

    @Test
    void bothLanguagesHaveTheSameKeysAndHoles() throws IOException {
        JsonObject japanese = dictionary("ja");
        JsonObject english = dictionary("en");
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        for (String key : japanese.keySet()) {
            assertThat(holes(japanese, key)).as(key).isEqualTo(holes(english, key));
        }
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            Set<String> used = files.filter(file -> file.toString().endsWith(".js"))
                    .flatMap(file -> USE.matcher(text(file)).results())
                    .map(use -> use.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(used).hasSizeGreaterThan(40);
            assertThat(dictionary("en").keySet()).containsAll(used);
        }
    }

    private static JsonObject dictionary(String language) {
        String module = text(PAGE.resolve("words/" + language + ".js"));
        return JsonParser.parseString(
                        module.replaceFirst("^export default ", "").replaceFirst(";\\s*$", ""))
                .getAsJsonObject();
    }

    private static Set<String> holes(JsonObject dictionary, String key) {
        return HOLE.matcher(dictionary.get(key).getAsString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
