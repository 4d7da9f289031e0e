package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportCounts;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportStatus;
import io.plumbline.shared.Count;
import io.plumbline.shared.DateOrder;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the screens of imports say things. */
final class ImportWords {
    static final String DELETED =
            "The file and what the check found about its rows are deleted. What was imported stays as it is, and the"
                    + " import can no longer be undone.";

    private ImportWords() {}

    /** Returns what is known of an import; facts that are not known yet are left out. */
    static Component facts(ImportDetails one, ClinicService clinics) {
        var zone = clinics.zoneOf(one.clinic());
        var begun = Dates.dayAndTime(one.begunAt(), zone) + " by " + one.begunBy();
        var until = Dates.dayAndYear(LocalDate.ofInstant(one.keptUntil(), zone));
        var clinic = clinics.label(one.clinic()).name();
        var facts = new ArrayList<>(List.of(
                "What",
                one.kind().label(),
                "Clinic",
                clinic,
                "Status",
                one.status().label(),
                "Started",
                begun));
        if (one.counts().rows() > 0) {
            facts.addAll(List.of("Rows", Count.number(one.counts().rows())));
        }
        if (one.counts().done() > 0) {
            facts.addAll(List.of("Result", counts(one.kind(), one.counts())));
        }
        facts.addAll(List.of(
                "The file",
                one.isFileDeleted()
                        ? "Deleted"
                        : "Kept until " + until
                                + (one.status() == ImportStatus.REVERTED
                                        ? ""
                                        : ", or longer if the import goes on. Once it is deleted, the import cannot be"
                                                + " undone")));
        return Ui.facts(facts.toArray(String[]::new));
    }

    static String counts(ImportKind kind, ImportCounts counts) {
        var words = new ArrayList<String>();
        words.add(Count.number(counts.added()) + " " + kind.unit(counts.added()) + " added");
        if (counts.matched() > 0) {
            words.add(Count.number(counts.matched()) + " matched to existing patients");
        }
        if (counts.known() > 0) {
            words.add(Count.number(counts.known()) + " imported before");
        }
        if (counts.skipped() > 0) {
            words.add(Count.number(counts.skipped()) + " not imported");
        }
        if (counts.reverted() > 0) {
            words.add(Count.number(counts.reverted()) + (kind == ImportKind.APPOINTMENTS ? " canceled" : " removed"));
        }
        return String.join(", ", words);
    }

    /** Returns why some of what was imported stays though the import was undone. */
    static String kept(ImportKind kind, long kept) {
        var isOne = kept == 1;
        return Count.number(kept) + " " + kind.unit(kept) + (isOne ? " stays" : " stay")
                + switch (kind) {
                    case PATIENTS ->
                        ", because the " + (isOne ? "patient was" : "patients were")
                                + " edited, booked or treated since.";
                    case OLD_NOTES ->
                        isOne
                                ? ", because somebody has opened it or marked it as entered in error."
                                : ", because somebody has opened them or marked them as entered in error.";
                    case APPOINTMENTS ->
                        isOne
                                ? ", because it was changed since or its time has come."
                                : ", because they were changed since or their time has come.";
                };
    }

    static String encoding(Charset charset) {
        return switch (charset.name()) {
            case "UTF-8" -> "Unicode (UTF-8)";
            case "windows-1252" -> "Windows, Western (1252)";
            case "UTF-16LE", "UTF-16BE" -> "Unicode (" + charset.name() + ")";
            case "x-MacRoman" -> "Mac, older";
            default -> charset.name();
        };
    }

    static String separator(char separator) {
        return switch (separator) {
            case ',' -> "Comma";
            case ';' -> "Semicolon";
            case '\t' -> "Tab";
            default -> "Bar (" + separator + ")";
        };
    }

    static String order(DateOrder order) {
        return switch (order) {
            case MONTH_FIRST -> "Month first: 3/4/1980 is March 4";
            case DAY_FIRST -> "Day first: 3/4/1980 is April 3";
            case YEAR_FIRST, UNKNOWN -> "Year first, or the month as a word";
        };
    }
}
