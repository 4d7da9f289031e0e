package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The columns of a document: none without content, and equally wide below one another. */
class PrintedDocumentTest {
    private static final List<String> COLUMNS = List.of("Time", "Person", "Room");

    @Test
    void aColumnIsLeftOutWhereNoTableHasContentInIt() {
        var document = document(
                new Table("Lena Berg", COLUMNS, List.of(List.of("9:00 AM", "Ivo Marin", ""))),
                Facts.of("Care", "Next visit", "Not booked"),
                new Table("Tom Eriksen", COLUMNS, List.of()));
        assertThat(document.parts())
                .containsExactly(
                        new Table("Lena Berg", List.of("Time", "Person"), List.of(List.of("9:00 AM", "Ivo Marin"))),
                        Facts.of("Care", "Next visit", "Not booked"),
                        new Table("Tom Eriksen", List.of("Time", "Person"), List.of()));
    }

    @Test
    void tablesWithTheSameColumnsAreEquallyWide() {
        var shorter = new Table("Lena Berg", COLUMNS, List.of(List.of("9:00 AM", "Ivo Marin", "Room 1")));
        var longer = new Table("Tom Eriksen", COLUMNS, List.of(List.of("10:00 AM", "N".repeat(200), "")));
        var document = document(shorter, longer);
        assertThat(document.widths(shorter)).isEqualTo(document.widths(longer)).containsExactly(17, 67, 15);
    }

    private static PrintedDocument document(Part... parts) {
        return new PrintedDocument(new ClinicId(Ids.next()), "Day sheet", "Tuesday", List.of(parts));
    }
}
