package io.plumbline.diagnoses;

import io.plumbline.shared.Count;
import io.plumbline.shared.Refused;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Imports the official order file. Nothing is written before the file was read to its end. A code that vanished is
 * retired and kept, for the records that name it; one that comes back is valid again.
 */
@Component
class DiagnosisImport {
    /** A file that retires more of a hundred codes than these is cut, or of another kind; a year retires about one. */
    private static final int MOST_RETIRED_PERCENT = 10;

    private final OfficialCodeStore official;
    private final ShippedDiagnoses shipped;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiagnosisImport(
            OfficialCodeStore official,
            ShippedDiagnoses shipped,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.official = official;
        this.shipped = shipped;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What an import did. */
    record Result(int year, int valid, int added, int changed, int retired) {
        boolean isNothing() {
            return added == 0 && changed == 0 && retired == 0;
        }

        String words() {
            return "file of " + year + ", " + Count.of(valid, "valid code", "valid codes") + ": " + Count.number(added)
                    + " new, " + Count.number(changed) + " changed, " + Count.number(retired) + " retired";
        }
    }

    /**
     * Imports a file; the same again changes nothing.
     *
     * @throws Refused if it is another file, another year's, damaged or cut; in one sentence. Nothing is changed then
     */
    Result read(Path path) {
        var file = OrderFile.of(path, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return transaction.call(() -> read(path, file));
    }

    private Result read(Path path, OrderFile file) {
        Map<String, OfficialCode> left = official.all().stream()
                .collect(Collectors.toMap(OfficialCode::code, code -> code, (one, other) -> one, HashMap::new));
        var known =
                left.values().stream().filter(code -> code.retiredIn() == null).count();
        var missing = shipped.diagnoses().stream().map(Diagnosis::code).collect(Collectors.toSet());
        var added = new ArrayList<OfficialCode>();
        var changed = new ArrayList<OfficialCode>();
        var valid = new int[1];
        file.read(code -> {
            valid[0]++;
            missing.remove(code.code());
            var before = left.remove(code.code());
            if (before == null) {
                added.add(code);
            } else if (before.retiredIn() != null || !before.description().equals(code.description())) {
                changed.add(code);
            }
        });
        var retired = left.values().stream()
                .filter(code -> code.retiredIn() == null)
                .map(code -> code.retired(file.year()))
                .toList();
        refuseTooFew(path, missing.size(), shipped.diagnoses().size());
        refuseTooFew(path, retired.size(), known);
        return write(
                new Result(file.year(), valid[0], added.size(), changed.size(), retired.size()),
                added,
                changed,
                retired);
    }

    private static void refuseTooFew(Path path, long missing, long all) {
        if (missing * 100 > all * MOST_RETIRED_PERCENT) {
            throw new Refused(path + " is incomplete: it lacks " + Count.number(missing) + " of " + Count.number(all)
                    + " codes that are known.");
        }
    }

    private Result write(
            Result result, List<OfficialCode> added, List<OfficialCode> changed, List<OfficialCode> retired) {
        if (!result.isNothing()) {
            official.add(added);
            official.change(changed);
            official.change(retired);
            events.publishEvent(new DiagnosesImported(Ids.next(), result.words()));
        }
        return result;
    }
}
