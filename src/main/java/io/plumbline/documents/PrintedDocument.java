package io.plumbline.documents;

import io.plumbline.shared.PatientHeaderContent;
import io.plumbline.shared.ids.ClinicId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of a document, as plain text.
 *
 * @param clinic whose letterhead it has
 * @param about whom or what it is about, on each page
 */
public record PrintedDocument(ClinicId clinic, String title, String about, List<Part> parts) {
    public PrintedDocument {
        parts = Columns.withoutEmpty(parts);
    }

    /** Returns the width of each column of a table of this document, in percent. */
    public List<Integer> widths(Table table) {
        return Columns.widths(table, parts);
    }

    /** Returns a document about a patient, with name, birth date and number on each page. */
    public static PrintedDocument ofPatient(
            ClinicId clinic, String title, PatientHeaderContent patient, List<Part> parts) {
        return new PrintedDocument(clinic, title, patient.name() + " · " + patient.about(), parts);
    }

    /** A part of a document, under a heading. */
    public sealed interface Part {
        /** Returns the heading. */
        String heading();

        /** Returns which part of the template shows it. */
        default String kind() {
            return switch (this) {
                case Facts facts -> "facts";
                case Table table -> "table";
                case Notice notice -> "notice";
            };
        }
    }

    /** Terms, each with a fact. */
    public record Facts(String heading, List<Fact> facts) implements Part {
        /** Creates a part from terms and facts in turn. */
        public static Facts of(String heading, String... termsAndFacts) {
            return new Facts(
                    heading,
                    Stream.iterate(0, at -> at + 1 < termsAndFacts.length, at -> at + 2)
                            .map(at -> new Fact(termsAndFacts[at], termsAndFacts[at + 1]))
                            .toList());
        }
    }

    /** A term and its fact. */
    public record Fact(String term, String fact) {}

    /** Rows under the names of their columns. */
    public record Table(String heading, List<String> columns, List<List<String>> rows) implements Part {
        private static final int MOST_ROWS_TOGETHER = 12;

        /** Returns whether it is short enough not to be divided by the end of a page. */
        public boolean isKeptTogether() {
            return rows.size() <= MOST_ROWS_TOGETHER;
        }
    }

    /** Something that must not be overlooked. */
    public record Notice(String heading, String sentence) implements Part {}
}
