package io.plumbline.onlineintake.ui;

import io.plumbline.clinics.ClinicService;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the lists of online intakes say of each: its status, never what was answered. */
@Component
public class OnlineIntakeWords {
    private final ClinicService clinics;

    OnlineIntakeWords(ClinicService clinics) {
        this.clinics = clinics;
    }

    /** Returns the status of an online intake with its dates, and what became of the mail. */
    public String of(OnlineIntakeRow row) {
        var parts = new ArrayList<String>();
        parts.add(row.state().label() + ": sent " + at(row.clinic(), row.createdAt())
                + (row.mail() == null ? " as text" : " by e-mail") + " by " + row.createdBy());
        if (row.mail() != null && row.submittedAt() == null) {
            var reason = row.mail().reason();
            parts.add("e-mail: " + row.mail().state().label().toLowerCase(Locale.ROOT)
                    + (reason.isEmpty() ? "" : " (" + reason + ")"));
        }
        add(parts, "opened ", row.clinic(), row.openedAt());
        add(parts, "submitted ", row.clinic(), row.submittedAt());
        add(parts, "reviewed ", row.clinic(), row.reviewedAt());
        add(parts, "withdrawn ", row.clinic(), row.withdrawnAt());
        if (row.proof().fromClinic()) {
            parts.add("from the clinic");
        }
        var confirmed = row.proof().confirmedAt();
        if (confirmed != null) {
            parts.add("confirmed with the patient " + at(row.clinic(), confirmed) + " by "
                    + row.proof().confirmedBy());
        }
        var why = row.withdrawnWhy().isEmpty() ? "" : " (" + row.withdrawnWhy() + ")";
        var until = row.withdrawnAt() == null && row.submittedAt() == null
                ? (row.state().isOpen() ? ", expires " : ", expired ") + at(row.clinic(), row.expiresAt())
                : "";
        return String.join(", ", parts) + why + until;
    }

    /** Returns what is to be confirmed with the patient, such as <em>From the clinic: confirm with the patient</em>. */
    public Optional<String> toConfirm(OnlineIntakeRow row) {
        return row.toConfirm().isEmpty()
                ? Optional.empty()
                : Optional.of(row.toConfirm().stream().map(Unproven::label).collect(Collectors.joining(". "))
                        + ": confirm with the patient");
    }

    /** Returns the name of the button that withdraws a link. */
    public String withdraw(OnlineIntakeRow row) {
        return "Withdraw the link " + sent(row) + "…";
    }

    /** Returns when a link was sent, which tells it from others. */
    public String sent(OnlineIntakeRow row) {
        return "sent " + at(row.clinic(), row.createdAt());
    }

    private void add(List<String> parts, String what, ClinicId clinic, @Nullable Instant at) {
        if (at != null) {
            parts.add(what + at(clinic, at));
        }
    }

    private String at(ClinicId clinic, Instant at) {
        return Dates.dayAndTime(at, clinics.zoneOf(clinic));
    }
}
