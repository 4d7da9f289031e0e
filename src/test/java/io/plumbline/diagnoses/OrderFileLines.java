package io.plumbline.diagnoses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lines in the form of the official order file. */
final class OrderFileLines {
    private OrderFileLines() {}

    static String line(int number, String code, int valid, String description) {
        return "%05d %-7s %d %-60s %s"
                .formatted(
                        number, code, valid, description.substring(0, Math.min(60, description.length())), description);
    }

    /** Returns a whole file with these codes and some more in it. */
    static List<String> of(Collection<OfficialCode> codes, int more) {
        var lines = new ArrayList<String>();
        lines.add(line(1, "A00", 0, "Cholera"));
        for (var code : codes) {
            lines.add(line(lines.size() + 1, code.code().replace(".", ""), 1, code.description()));
        }
        for (int n = 0; n < more; n++) {
            lines.add(line(lines.size() + 1, "V%02dX%03d".formatted(n / 1000, n % 1000), 1, "Generated code " + n));
        }
        lines.add(line(lines.size() + 1, "Z99", 0, "Dependence on enabling machines and devices"));
        lines.add(line(lines.size() + 1, "Z9989", 1, "Dependence on other enabling machines and devices"));
        return lines;
    }
}
