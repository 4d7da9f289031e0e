package io.plumbline.practitioners.ui;

import io.plumbline.practitioners.credentials.CredentialRow;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** The status of a credential in words and tones. */
final class CredentialWords {
    private CredentialWords() {}

    static StatusBadge badge(CredentialRow row, CredentialState state, LocalDate today) {
        return switch (state) {
            case NONE -> StatusBadge.neutral(state.label());
            case VALID -> StatusBadge.ok("Valid");
            case UNVERIFIED -> StatusBadge.warn("Unverified");
            case NOT_BEGUN ->
                StatusBadge.info("Begins " + Dates.dayAndYear(row.draft().validFrom()));
            case EXPIRING -> {
                var left = ChronoUnit.DAYS.between(
                        today, Objects.requireNonNull(row.draft().validUntil()));
                yield new StatusBadge(
                        tone(Objects.requireNonNull(row.terms().warningDays(today))), Icon.CLOCK, daysLeft(left));
            }
            case EXPIRED -> StatusBadge.danger("Expired");
            case REVOKED -> StatusBadge.danger("Revoked");
        };
    }

    static String tone(ExpiringCredential ending) {
        return ending.isExpired() ? "danger" : tone(ending.warningDays()).name().toLowerCase(Locale.ROOT);
    }

    static String daysLeft(long days) {
        if (days < 0) {
            return days == -1 ? "Ended yesterday" : "Ended " + -days + " days ago";
        }
        if (days == 0) {
            return "Ends today";
        }
        return days == 1 ? "1 day left" : days + " days left";
    }

    static String tone(CredentialState state) {
        return switch (state) {
            case EXPIRED, REVOKED -> "danger";
            case UNVERIFIED, EXPIRING -> "warn";
            case NOT_BEGUN -> "info";
            case VALID -> "ok";
            case NONE -> "neutral";
        };
    }

    private static StatusBadge.Tone tone(int warningDays) {
        return switch (warningDays) {
            case 7 -> StatusBadge.Tone.DANGER;
            case 30 -> StatusBadge.Tone.WARN;
            default -> StatusBadge.Tone.INFO;
        };
    }
}
