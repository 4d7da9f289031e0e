package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Role;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/security.md says of each table of the schema whether the trail covers it, and the forms of codes are frozen. */
@StoreTest
class CoveredTablesTest {
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.+) \\|$");

    @Autowired
    TestGroup group;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDocumentListsEachTableOfTheSchema() throws IOException {
        assertThat(listed().keySet())
                .as("Each table needs a row in docs/security.md: does the trail cover it, and if not, why?")
                .isEqualTo(columns().keySet());
    }

    @Test
    void theDocumentSaysOfEachTableWhatTheCodeSays() throws IOException {
        var coded = new TreeMap<String, String>();
        CoveredTables.ALL.forEach(table -> {
            coded.put(table.table(), "record hash, ");
            var part = table.forms().getLast().part();
            if (part != null) {
                coded.put(part.table(), "with `" + table.table() + "`");
            }
        });
        var listed = listed();
        assertThat(coded)
                .allSatisfy((table, words) ->
                        assertThat(listed.get(table)).as(table).startsWith(words));
        assertThat(CoveredTables.SIGNED.keySet())
                .allSatisfy(table -> assertThat(listed.get(table)).as(table).startsWith("signature"));
        listed.keySet().removeAll(coded.keySet());
        listed.keySet().removeAll(CoveredTables.SIGNED.keySet());
        assertThat(listed).allSatisfy((table, words) -> assertThat(words)
                .as(table)
                .matches("not covered: .{10,}|chain of the trail|with `(session|intake)_note`"));
    }

    /** Whoever adds a column to a covered table makes a new form, or says in the document why it is left out. */
    @Test
    void aFormHasEachColumnThatTheDocumentDoesNotLeaveOut() throws IOException {
        var columns = columns();
        var listed = listed();
        for (var table : CoveredTables.ALL) {
            var form = table.forms().getLast();
            var without = new TreeSet<>(columns.get(table.table()));
            form.columns()
                    .forEach(column ->
                            assertThat(without.remove(column)).as(column).isTrue());
            without.remove(table.key());
            assertThat(leftOut(listed.get(table.table()))).as(table.table()).isEqualTo(without);
            var part = form.part();
            if (part != null) {
                var ofPart = new TreeSet<>(columns.get(part.table()));
                ofPart.removeAll(part.columns());
                assertThat(ofPart).as(part.table()).containsExactly(part.key());
            }
        }
    }

    @Test
    void aFormNeverChanges() {
        var first = new StringBuilder();
        for (var table : CoveredTables.ALL) {
            var form = table.forms().getFirst();
            first.append(table.table()).append(table.key()).append(form.columns());
            if (form.part() != null) {
                first.append(form.part().table())
                        .append(form.part().key())
                        .append(form.part().columns());
            }
        }
        assertThat(DigestUtils.sha256Hex(first.toString()))
                .as("the first form of each table; a later form gets a hash of its own beside it")
                .isEqualTo("5114c79d46b686eca6ae083ab811438992e79a2e859c8a77ca11794fa4103d7f");
    }

    @Test
    void aCodeIsOverEachFieldWithItsNameAndItsLength() {
        var texts = new ArrayList<String>();
        var reader = new ContentReader(jdbc, (purpose, text) -> {
            texts.add(purpose + "\n" + text);
            return HexFormat.of().parseHex("00".repeat(32));
        });
        var account = group.account("of-a-code", Role.AUDITOR).value();
        var table = CoveredTables.find("staff_account").orElseThrow();
        assertThat(reader.read(table, List.of(account, new UUID(0, 7)))).containsOnlyKeys(account);
        assertThat(texts)
                .singleElement()
                .asString()
                .startsWith("content of a record\nstaff_account 1\nid 36:" + account + "\nusername ")
                .contains("\ndisplay_name 9:of-a-code\n", "\nstatus 6:ACTIVE\n")
                .containsPattern("\nroles \\d+:\\W*AUDITOR");
    }

    private static TreeSet<String> leftOut(String words) {
        return new TreeSet<>(Pattern.compile("`(\\w+)`")
                .matcher(words)
                .results()
                .map(name -> name.group(1))
                .toList());
    }

    private static Map<String, String> listed() throws IOException {
        var text = Files.readString(DOCUMENT);
        var listed = new TreeMap<String, String>();
        ROW.matcher(text.substring(text.indexOf("## Which tables the trail covers")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2)));
        return listed;
    }

    private Map<String, List<String>> columns() {
        var columns = new HashMap<String, List<String>>();
        jdbc.sql("select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t"
                        + " on t.table_schema = c.table_schema and t.table_name = c.table_name where"
                        + " lower(c.table_schema) in (lower(database()), 'public')"
                        + " and t.table_type in ('BASE TABLE', 'TABLE')")
                .query(row -> {
                    columns.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT), table -> new ArrayList<>())
                            .add(row.getString(2).toLowerCase(Locale.ROOT));
                });
        columns.keySet().removeIf(table -> table.matches("hte?_.*|flyway_schema_history"));
        return columns;
    }
}
