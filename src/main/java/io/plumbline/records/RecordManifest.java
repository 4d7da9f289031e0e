package io.plumbline.records;

import io.plumbline.records.RecordQuery.LeftOut;
import io.plumbline.shared.Dates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the archive says of itself: to read, and for a program that checks it.
 *
 * @param numbers the patient's numbers; several if the patient was merged
 * @param from when it was begun: what belongs to the record at that instant is in it
 * @param by who exports it
 */
record RecordManifest(RecordExport export, List<String> numbers, Instant from, String by, LeftOut leftOut, int files) {
    static final String MANIFEST = "manifest.json";
    static final String SUMS = "SHA256SUMS";

    RecordManifest {
        numbers = List.copyOf(numbers);
    }

    /** Returns the text that stands first in the archive. */
    byte[] readme(ZoneId zone) {
        return """
            The record of patient %s
            Exported on %s by %s
            Reason: %s

            WHAT IS IN THIS FILE
            record.pdf     The record to read. The first pages say what is on which page.
            record.json    The same, to be read by a program.
            files          The files on the record, as they were added: reports, pictures, signed forms.
            manifest.json  A list of everything in this file, and of what was left out.
            SHA256SUMS     The checksum of each file in here.

            Left out: %s.

            HOW TO CHECK THAT NOTHING WAS CHANGED
            A checksum is a long number that changes when a single letter of a file changes.
            1. Unpack this ZIP file into a folder of its own.
            2. On a Mac or on Linux, open a terminal in that folder and type
                   shasum -a 256 -c SHA256SUMS
               Each line must end with OK.
               On Windows, open PowerShell in that folder and type
                   Get-FileHash record.pdf
               The number must be the one beside record.pdf in the file SHA256SUMS. Do the same for the other files.
            3. The checksum of the whole ZIP file was shown when it was exported, and is kept by the clinic. Ask the
               clinic for it to check the whole file at once.

            This file contains health information and is not encrypted. Keep it where only people who may read it
            can open it.
            """.formatted(
                        String.join(", ", numbers),
                        Dates.stampWithZone(from, zone),
                        by,
                        export.reason().shown(),
                        leftOut.words())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the list of what is in the archive, apart from itself and the checksums.
     *
     * @param until when the last of the record was read
     * @param listed the files of the record
     */
    SortedMap<String, Object> list(
            List<RecordZip.Entry> entries, List<SortedMap<String, Object>> listed, Instant until) {
        var manifest = new TreeMap<String, Object>();
        manifest.put("format", "plumbline-manifest-1");
        manifest.put("export", export.id());
        manifest.put("patientNumbers", numbers);
        manifest.put("exportedAt", from);
        manifest.put("readUntil", until);
        manifest.put("exportedBy", by);
        manifest.put("reason", export.reason().shown());
        manifest.put("entries", entries);
        manifest.put("files", listed);
        manifest.put(
                "leftOut",
                new TreeMap<>(Map.of(
                        "sessionNotesRestrictedToOthers", leftOut.restricted(),
                        "drafts", leftOut.drafts(),
                        "enteredInError", leftOut.inError())));
        return manifest;
    }

    /** Returns what stands on the cover of the PDF, as terms and facts in turn. */
    String[] cover(ZoneId zone) {
        return Stream.of(
                        "Exported",
                        Dates.stampWithZone(from, zone),
                        "By",
                        by,
                        "Reason",
                        export.reason().shown(),
                        "Files",
                        files == 0 ? "None" : files + ", in the folder \"files\" beside this document",
                        "Left out",
                        leftOut.words())
                .toArray(String[]::new);
    }
}
