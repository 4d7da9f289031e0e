package io.plumbline.records;

import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that the privacy officer reads by break-glass access.
 *
 * @param numbers the patient numbers of all records that are read as one
 * @param born the birth date; null if it is not recorded
 * @param until when the access ends
 * @param sections those that have entries, in the order of the record
 * @param drafts how many session notes, intake notes and plans are not signed or activated; they are not shown
 * @param inError how many entries are marked as entered in error; they are not shown
 */
public record RecordReading(
        PatientId patient,
        String name,
        List<String> numbers,
        @Nullable LocalDate born,
        Instant until,
        List<Section> sections,
        long drafts,
        long inError) {
    public RecordReading {
        numbers = List.copyOf(numbers);
        sections = List.copyOf(sections);
    }

    /**
     * A section of the record.
     *
     * @param key by which it is read
     * @param title what it has, such as <em>Session notes</em>
     * @param entries how many entries it has
     */
    public record Section(String key, String title, int entries) {}

    /**
     * Some entries of a section.
     *
     * @param parts the entries in words, oldest first
     * @param next where the next entries begin; as many as the section has entries if these are the last
     */
    public record Page(List<Part> parts, int next) {
        public Page {
            parts = List.copyOf(parts);
        }
    }
}
