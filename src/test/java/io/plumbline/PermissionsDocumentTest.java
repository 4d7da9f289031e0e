package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.access.permissions.PermissionRow;
import io.plumbline.shared.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented table of permissions is the code's: after a change, run this with -Dplumbline.docs.write=true. */
class PermissionsDocumentTest {
    private static final DocumentPart TABLES =
            new DocumentPart(Path.of("docs/security.md"), "permissions", PermissionsDocumentTest.class);

    @Test
    void theDocumentedPermissionsMatchTheCode() throws IOException {
        TABLES.compareOrWrite(tables());
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
        var head = RoleColumns.head("may do");
        return PermissionOverview.bySubject().entrySet().stream()
                .map(group -> "### " + group.getKey().title() + "\n\n" + head
                        + group.getValue().stream()
                                .map(PermissionsDocumentTest::row)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(PermissionRow row) {
        return "| " + row.words() + (row.isOfPortalAlone() ? " Only the portal itself." : "")
                + RoleColumns.cells(row.holders());
    }
}
