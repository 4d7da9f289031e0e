package io.plumbline.imports.ui;

import io.plumbline.imports.ImportCounts;
import io.plumbline.imports.ImportDetails;
import io.plumbline.shared.DateOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the screens of imports say things. */
final class ImportWords {
    private ImportWords() {}

    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    static String count(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    /** Returns terms and facts in turn; those that are not known yet are left out. */
    static String[] facts(ImportDetails one, String clinic, String begun) {
        var facts =
                new ArrayList<>(List.of("Clinic", clinic, "Status", one.status().label(), "Started", begun));
        if (one.counts().rows() > 0) {
            facts.addAll(List.of("Rows", number(one.counts().rows())));
        }
        if (one.counts().done() > 0) {
            facts.addAll(List.of("Result", counts(one.counts())));
        }
        return facts.toArray(String[]::new);
    }

    static String counts(ImportCounts counts) {
        var words = new ArrayList<String>();
        words.add(count(counts.added(), "patient added", "patients added"));
        if (counts.matched() > 0) {
            words.add(number(counts.matched()) + " matched to existing patients");
        }
        if (counts.known() > 0) {
            words.add(number(counts.known()) + " imported before");
        }
        if (counts.skipped() > 0) {
            words.add(number(counts.skipped()) + " not imported");
        }
        if (counts.reverted() > 0) {
            words.add(number(counts.reverted()) + " removed again");
        }
        return String.join(", ", words);
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
