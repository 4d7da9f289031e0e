package io.plumbline.practitioners.credentials;

import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The licenses and certifications of signers, as documents print them beside a signature. */
public final class SignerCredentials {
    private final Map<StaffId, List<CredentialRow>> held;

    SignerCredentials(Map<StaffId, List<CredentialRow>> held) {
        this.held = Map.copyOf(held);
    }

    /**
     * Returns what entitled a signer on the day of a signature: kind, discipline, number and issuer. A credential that was
     * verified before the signature stands as it was then, since an edit takes its verification away; of others it is said
     * that they stand as they are on record now.
     *
     * @param zone that of the clinic in which it was signed
     */
    public String atSigning(StaffId signer, Instant signedAt, ZoneId zone) {
        var day = LocalDate.ofInstant(signedAt, zone);
        var words = held.getOrDefault(signer, List.of()).stream()
                .filter(row -> row.draft().kind().entitles() && isWithin(row.draft(), day))
                .map(row -> words(row, signedAt))
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? "Not recorded" : words;
    }

    private static boolean isWithin(CredentialDraft draft, LocalDate day) {
        var until = draft.validUntil();
        return !draft.validFrom().isAfter(day) && (until == null || !until.isBefore(day));
    }

    private static String words(CredentialRow row, Instant signedAt) {
        var verification = row.verification();
        var revocation = row.revocation();
        return row.draft().title() + ": " + row.draft().number() + ", "
                + row.draft().issuer()
                + (verification != null && !verification.at().isAfter(signedAt) ? "" : " (as on record now)")
                + (revocation == null ? "" : "; revoked from " + Dates.dayAndYear(revocation.on()));
    }
}
