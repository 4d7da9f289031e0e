package io.plumbline.diagnoses;

import io.plumbline.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the official order file of ICD-10-CM, line by line. Its columns are fixed: 1 to 5 the order number, 7 to 13 the
 * code without its dot, 15 whether it is valid for billing, 17 to 76 a short description, and from 78 on the long one.
 * Source: CMS, the read-me of the code descriptions in tabular order.
 */
final class OrderFile {
    private static final Pattern NAME =
            Pattern.compile("icd10cm[-_]order[-_](?:[a-z0-9]+[-_])*?(20\\d\\d)\\.txt", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE = Pattern.compile("(\\d{5}) (.{7}) ([01]) .{60} (\\S.{0,398})");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d[0-9A-Z]{1,5}");
    private static final String FIRST = "A00";

    /** The last category; only the codes for special purposes, U, may follow it. */
    private static final String LAST = "Z99";

    private final Path path;
    private final int year;

    private OrderFile(Path path, int year) {
        this.path = path;
        this.year = year;
    }

    /**
     * Returns the file, unread.
     *
     * @param today the file must be in force on this day: that of a year is from October 1 of the year before
     * @throws Refused if it is not an order file, or that of another year; in one sentence
     */
    static OrderFile of(Path path, LocalDate today) {
        var file = path.getFileName();
        var name = NAME.matcher(file == null ? "" : file.toString());
        if (!name.matches() || name.group().toLowerCase(Locale.ROOT).contains("addenda")) {
            throw new Refused(path + " is not named as the official order file is, such as icd10cm_order_"
                    + yearInForce(today) + ".txt.");
        }
        if (!Files.isRegularFile(path)) {
            throw new Refused("There is no file " + path + ".");
        }
        var year = Integer.parseInt(name.group(1));
        if (year != yearInForce(today)) {
            throw new Refused(
                    path + " is the file of " + year + ", and that of " + yearInForce(today) + " is in force today.");
        }
        return new OrderFile(path, year);
    }

    /** Returns the year whose file is in force; it begins on October 1 of the year before. */
    private static int yearInForce(LocalDate day) {
        return day.getMonth().compareTo(Month.OCTOBER) >= 0 ? day.getYear() + 1 : day.getYear();
    }

    int year() {
        return year;
    }

    /**
     * Passes on each code that is valid for billing.
     *
     * @throws Refused if a line has another form, or the file is cut, in one sentence; what was passed on before is then
     *     worth nothing
     */
    void read(Consumer<OfficialCode> codes) {
        try (var in = Files.newBufferedReader(path)) {
            read(in, codes);
        } catch (CharacterCodingException otherCoding) {
            throw new Refused(path + " is damaged: it is not a text file.", otherCoding);
        } catch (IOException unreadable) {
            throw new Refused(path + " cannot be read.", unreadable);
        }
    }

    private void read(BufferedReader in, Consumer<OfficialCode> codes) throws IOException {
        var number = 0;
        var seen = new HashSet<String>();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var parts = LINE.matcher(line.stripTrailing());
            var code = parts.matches() ? parts.group(2).stripTrailing() : "";
            if (!CODE.matcher(code).matches()) {
                throw new Refused(path + " is damaged or cut, or no order file: "
                        + (number == 0 ? "its first line" : "the line after number " + number)
                        + " has not the columns of a code.");
            }
            var next = Integer.parseInt(parts.group(1));
            if (seen.isEmpty() && !code.equals(FIRST)) {
                throw new Refused(path + " is incomplete: it begins with " + code + " and not with " + FIRST + ".");
            }
            if (next <= number || !seen.add(code)) {
                throw new Refused(path + " is damaged: number " + next + ", " + code + ", stands after number " + number
                        + " or twice.");
            }
            if (parts.group(3).equals("1")) {
                codes.accept(new OfficialCode(dotted(code), parts.group(4), year, null));
            }
            number = next;
        }
        if (!seen.contains(LAST)) {
            throw new Refused(path + " is cut: its last line is number " + number + ", and " + LAST + " is missing.");
        }
    }

    private static String dotted(String code) {
        return code.length() <= 3 ? code : code.substring(0, 3) + "." + code.substring(3);
    }
}
