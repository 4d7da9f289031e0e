package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings is what the code reads: after a change, run this with -Dplumbline.docs.write=true. */
class SettingsTableTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final DocumentPart TABLE =
            new DocumentPart(Path.of("docs/operations.md"), "settings", SettingsTableTest.class);
    private static final String HEAD = """
            | environment variable | property | default | meaning |
            | --- | --- | --- | --- |
            """;
    private static final Comparator<String> OUR_OWN_FIRST = Comparator.<String, Boolean>comparing(
                    name -> !name.startsWith("plumbline."))
            .thenComparing(Comparator.naturalOrder());

    private record Described(String words, String byDefault) {}

    @Test
    void theSettingsTableMatchesTheCode() throws IOException {
        TABLE.compareOrWrite(HEAD + String.join("", rows()));
    }

    @Test
    void everyPlumblineSettingIsDescribedAndRead() throws IOException {
        var described = new TreeSet<>(described().keySet());
        described.removeIf(name -> !name.startsWith("plumbline."));
        assertThat(described).isEqualTo(readByTheCode());
    }

    private static List<String> rows() throws IOException {
        var common = properties("application.properties");
        var onMysql = properties("application-mysql.properties");
        var rows = new ArrayList<String>();
        for (var setting : described().entrySet()) {
            var name = setting.getKey();
            var standard = shown(common.getProperty(name, setting.getValue().byDefault()));
            var mysql = onMysql.getProperty(name);
            rows.add("| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                            name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                            name,
                            mysql == null ? standard : standard + "; with `mysql` " + shown(mysql),
                            setting.getValue().words()));
        }
        return rows;
    }

    /** A default as it is read, without what a database's driver alone understands. */
    private static String shown(String value) {
        var plain = value.replaceAll("\\$\\{[A-Z_]+:([^}]*)}", "$1").replaceAll("[;?].*", "…");
        return plain.isEmpty() ? "none" : "`" + plain + "`";
    }

    private static Map<String, Described> described() throws IOException {
        var described = new TreeMap<String, Described>(OUR_OWN_FIRST);
        // by the processor, from what is @ConfigurationProperties
        describe(described, Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
        describe(described, RESOURCES.resolve("META-INF/additional-spring-configuration-metadata.json"));
        return described;
    }

    private static void describe(Map<String, Described> described, Path metadata) throws IOException {
        for (var property :
                JsonMapper.shared().readTree(Files.readString(metadata)).get("properties")) {
            described.put(
                    property.get("name").asString(),
                    new Described(
                            property.path("description").asString(),
                            property.path("defaultValue").asString()));
        }
        assertThat(described.values()).noneMatch(setting -> setting.words().isBlank());
    }

    private static TreeSet<String> readByTheCode() throws IOException {
        var read = new TreeSet<String>();
        var values = Pattern.compile("(?:@Value\\(\"\\$\\{|environment\\.getProperty\\(\")(plumbline\\.[a-z.-]+)");
        var groups = Pattern.compile(
                "@ConfigurationProperties\\(\"(plumbline\\.[a-z.-]+)\"\\)\\s*(?:public )?record \\w+\\((.*?)\\) *\\{",
                Pattern.DOTALL);
        for (var source : sources()) {
            var text = Files.readString(source);
            values.matcher(text).results().map(found -> found.group(1)).forEach(read::add);
            groups.matcher(text).results().forEach(group -> read.addAll(components(group)));
        }
        return read;
    }

    /** The properties that a record of settings binds: its components, with hyphens. */
    private static List<String> components(MatchResult group) {
        return Pattern.compile("(\\w+)\\s*(?:,|$)")
                .matcher(group.group(2).strip().replaceAll("<[^()]*?>+", ""))
                .results()
                .map(found -> group.group(1) + "."
                        + found.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(in);
        }
        return properties;
    }
}
