package io.plumbline.practitioners;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the credentials of one practitioner allow on a day. Whoever signs has a verified licence or certification that was
 * valid on the day of treatment; new work is refused only where what is on record has ended, so that a clinic which has
 * just begun can book before its papers are in.
 */
record TreatmentGate(Collection<CredentialRow> held) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /**
     * Why what was done on a day cannot be signed, said to who signs; empty where it can.
     *
     * @param discipline what was done; null where any discipline will do
     */
    Optional<String> refusesSigning(@Nullable Discipline discipline, LocalDate on) {
        var entitling = entitling(discipline);
        var covering = entitling.stream().filter(row -> row.terms().covers(on)).toList();
        if (covering.stream().anyMatch(row -> row.terms().verified())) {
            return Optional.empty();
        }
        if (!covering.isEmpty()) {
            return Optional.of("Your " + name(covering.getFirst()) + " is not verified yet. Nothing is lost: "
                    + "the clinic manager verifies it under Practitioners, then you sign.");
        }
        if (entitling.isEmpty()) {
            return Optional.of("No licence or certification" + forDiscipline(discipline)
                    + " is on record for you. Nothing is lost: the clinic manager records and verifies it under"
                    + " Practitioners, then you sign.");
        }
        return Optional.of("No licence or certification" + forDiscipline(discipline) + " of yours was valid on "
                + DAY.format(on) + ", the day of treatment. Nothing is lost: the clinic manager records the renewal"
                + " under Practitioners, then you sign.");
    }

    /**
     * Why nothing new may be booked or planned for a day; empty where it may.
     *
     * @param who the practitioner's name
     */
    Optional<String> refusesBooking(String who, @Nullable Discipline discipline, LocalDate on) {
        var entitling = entitling(discipline);
        if (entitling.isEmpty()
                || entitling.stream().anyMatch(row -> row.terms().covers(on))) {
            return Optional.empty();
        }
        var last = entitling.stream()
                .max(Comparator.comparing(TreatmentGate::voidFrom))
                .orElseThrow();
        return Optional.of(who + ": " + name(last) + " " + whyVoid(last, on) + ", so nothing new is booked for "
                + DAY.format(on) + ". The clinic manager records the renewal under Practitioners.");
    }

    private List<CredentialRow> entitling(@Nullable Discipline discipline) {
        return held.stream()
                .filter(row -> row.draft().kind().entitles())
                .filter(row -> discipline == null || row.draft().discipline() == discipline)
                .toList();
    }

    private static LocalDate voidFrom(CredentialRow row) {
        var revoked = row.terms().revokedOn();
        var until = row.terms().validUntil();
        var ended = until == null ? LocalDate.MAX : until;
        return revoked != null && revoked.isBefore(ended) ? revoked : ended;
    }

    private static String whyVoid(CredentialRow row, LocalDate on) {
        var terms = row.terms();
        if (terms.revokedOn() != null && !terms.revokedOn().isAfter(on)) {
            return "was revoked on " + DAY.format(terms.revokedOn());
        }
        if (terms.validFrom().isAfter(on)) {
            return "begins on " + DAY.format(terms.validFrom());
        }
        return terms.validUntil() == null ? "is not valid" : "ends on " + DAY.format(terms.validUntil());
    }

    private static String name(CredentialRow row) {
        return row.draft().kind().word().toLowerCase(Locale.ROOT)
                + forDiscipline(row.draft().discipline());
    }

    private static String forDiscipline(@Nullable Discipline discipline) {
        return discipline == null ? "" : " for " + discipline.word().toLowerCase(Locale.ROOT);
    }
}
