package io.plumbline.practitioners.credentials;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the credentials of one practitioner allow on a day. Signing takes a verified license or certification that was
 * valid on the day of treatment. New work is refused only if a recorded credential has expired, so that a new clinic
 * can book before its paperwork is complete.
 */
record EligibilityCheck(Collection<CredentialRow> held) {
    /**
     * Returns why what was done on a day cannot be signed, in words for the signer; empty if it can.
     *
     * @param discipline what was done; null for any discipline
     */
    Optional<String> refusesSigning(@Nullable Discipline discipline, LocalDate on) {
        var entitling = entitling(discipline);
        var covering = entitling.stream().filter(row -> row.terms().covers(on)).toList();
        if (covering.stream().anyMatch(row -> row.terms().verified())) {
            return Optional.empty();
        }
        if (!covering.isEmpty()) {
            return Optional.of("Your " + name(covering.getFirst()) + " is not verified yet. Nothing is lost: "
                    + "the clinic manager verifies it under Practitioners, then you can sign.");
        }
        if (entitling.isEmpty()) {
            return Optional.of("No license or certification" + forDiscipline(discipline)
                    + " is on record for you. Nothing is lost: the clinic manager records and verifies it under"
                    + " Practitioners, then you can sign.");
        }
        return Optional.of("No license or certification" + forDiscipline(discipline) + " of yours was valid on "
                + Dates.dayAndYear(on)
                + ", the day of treatment. Nothing is lost: the clinic manager records the renewal"
                + " under Practitioners, then you can sign.");
    }

    /**
     * Returns why nothing new may be booked or planned for a day; empty if it may.
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
                .max(Comparator.comparing(EligibilityCheck::voidFrom))
                .orElseThrow();
        return Optional.of(who + ": " + name(last) + " " + whyVoid(last, on) + ", so nothing new can be booked for "
                + Dates.dayAndYear(on) + ". The clinic manager records the renewal under Practitioners.");
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
            return "was revoked on " + Dates.dayAndYear(terms.revokedOn());
        }
        if (terms.validFrom().isAfter(on)) {
            return "begins on " + Dates.dayAndYear(terms.validFrom());
        }
        return terms.validUntil() == null ? "is not valid" : "ends on " + Dates.dayAndYear(terms.validUntil());
    }

    private static String name(CredentialRow row) {
        return row.draft().kind().label().toLowerCase(Locale.ROOT)
                + forDiscipline(row.draft().discipline());
    }

    private static String forDiscipline(@Nullable Discipline discipline) {
        return discipline == null ? "" : " for " + discipline.label().toLowerCase(Locale.ROOT);
    }
}
