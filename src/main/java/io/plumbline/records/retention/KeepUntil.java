package io.plumbline.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when a record is kept, and why.
 *
 * @param lastTreatment null if none is on record
 * @param until the last day on which its rules demand it; null if they name none
 * @param rules the rules of its clinics
 * @param keptBy what keeps it whatever the day is
 */
public record KeepUntil(
        @Nullable LocalDate lastTreatment, @Nullable LocalDate until, List<RetentionRule> rules, Set<KeptBy> keptBy) {
    /** @param rules the rule of each clinic that knows the patient; empty for a clinic without one */
    static KeepUntil of(RecordState state, Collection<Optional<RetentionRule>> rules) {
        var keptBy = EnumSet.noneOf(KeptBy.class);
        keep(keptBy, state.isOnHold(), KeptBy.LEGAL_HOLD);
        keep(keptBy, state.isPlanOpen(), KeptBy.OPEN_PLAN);
        keep(keptBy, state.isAppointmentOpen(), KeptBy.OPEN_APPOINTMENT);
        keep(keptBy, state.isNoteUnsigned(), KeptBy.UNSIGNED_NOTE);
        keep(keptBy, state.isFlagOpen(), KeptBy.OPEN_FLAG);
        keep(keptBy, state.isRequestOpen(), KeptBy.OPEN_REQUEST);
        keep(keptBy, state.isRequestRecent(), KeptBy.RECENT_REQUEST);
        keep(keptBy, state.lastTreatment() == null, KeptBy.NO_TREATMENT);
        keep(keptBy, rules.isEmpty() || rules.stream().anyMatch(Optional::isEmpty), KeptBy.NO_RULE);
        var known = rules.stream().flatMap(Optional::stream).distinct().toList();
        keep(
                keptBy,
                state.birthDate() == null && known.stream().anyMatch(rule -> rule.minorsUntilAge() != null),
                KeptBy.NO_BIRTH_DATE);
        return new KeepUntil(state.lastTreatment(), day(state, known, keptBy), known, keptBy);
    }

    private static void keep(Set<KeptBy> all, boolean isSo, KeptBy reason) {
        if (isSo) {
            all.add(reason);
        }
    }

    private static @Nullable LocalDate day(RecordState state, List<RetentionRule> rules, Set<KeptBy> keptBy) {
        var last = state.lastTreatment();
        if (last == null || keptBy.contains(KeptBy.NO_RULE) || keptBy.contains(KeptBy.NO_BIRTH_DATE)) {
            return null;
        }
        return rules.stream()
                .map(rule -> rule.keepUntil(last, state.birthDate()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Returns whether the retention of the record has ended and nothing keeps it. */
    public boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today) && keptBy.isEmpty();
    }
}
