package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.access.permissions.PermissionRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented table of permissions is the code's: after a change, run this with -Dplumbline.docs.write=true. */
class PermissionsDocumentTest {
    private static final Path SECURITY = Path.of("docs/security.md");
    private static final String BEGIN = "<!-- permissions: written by PermissionsDocumentTest -->\n";
    private static final String END = "<!-- end of permissions -->\n";

    @Test
    void theDocumentedPermissionsMatchTheCode() throws IOException {
        var document = Files.readString(SECURITY);
        var from = document.indexOf(BEGIN) + BEGIN.length();
        var to = document.indexOf(END);
        var tables = tables();
        if (Boolean.getBoolean("plumbline.docs.write")) {
            Files.writeString(SECURITY, document.substring(0, from) + tables + document.substring(to));
            return;
        }
        assertThat(document.substring(from, to)).isEqualTo(tables);
    }

    @Test
    void eachPermissionIsInOneSubjectAndSaysInOneSentenceOfItsOwnWhatItAllows() {
        var rows = PermissionOverview.bySubject().values().stream()
                .flatMap(Collection::stream)
                .toList();
        assertThat(rows)
                .extracting(PermissionRow::permission)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Permission.inWords().keySet());
        assertThat(rows)
                .extracting(PermissionRow::words)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.matches("[A-Z][^|]*\\.") && words.indexOf('.') == words.length() - 1);
        assertThat(rows).as("nobody may do it").noneMatch(row -> row.holders().isEmpty());
    }

    private static String tables() {
        var roles = PermissionOverview.roles();
        var head = "| may do | " + roles.stream().map(Role::title).collect(Collectors.joining(" | ")) + " |\n| "
                + "--- | ".repeat(roles.size() + 1).strip() + "\n";
        return PermissionOverview.bySubject().entrySet().stream()
                .map(group -> "### " + group.getKey().title() + "\n\n" + head
                        + group.getValue().stream()
                                .map(PermissionsDocumentTest::row)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(PermissionRow row) {
        return "| " + row.words() + (row.isOfPortalAlone() ? " Only the portal itself." : "")
                + PermissionOverview.roles().stream()
                        .map(role -> row.holders().contains(role) ? " | yes" : " | ")
                        .collect(Collectors.joining())
                + " |\n";
    }
}
