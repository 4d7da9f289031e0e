package io.plumbline.records.clinicexports;

import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.plumbline.documents.ReceivedFile;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An export of everything of a clinic. One person asks for it and another releases it; the file is encrypted to a key of
 * the recipient, and downloaded once within a day by the person who asked.
 */
@Entity
@Table(name = "clinic_export")
class ClinicExport extends Aggregate<ClinicExport> {
    /** How long a file waits to be downloaded. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final int LONGEST_CLOSING = 400;

    @Column(updatable = false)
    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private ClinicExportStatus status;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String recipientKey;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private StaffId askedBy;

    private @Nullable Instant decidedAt;
    private @Nullable StaffId decidedBy;
    private @Nullable Instant madeAt;
    private @Nullable Instant untilAt;
    private @Nullable String contents;
    private @Nullable String storedAs;
    private @Nullable Long bytes;
    private @Nullable String sha256;
    private @Nullable LocalDate disclosedOn;
    private @Nullable Instant closedAt;
    private @Nullable String closingReason;

    /** @throws Refused if a value is missing, too long, or no key; the message is for the user */
    static ClinicExport asked(ClinicExportDraft draft, StaffId by, Instant at) {
        var export = new ClinicExport();
        export.id = ClinicExportId.next().value();
        export.clinicId = draft.clinic();
        export.status = ClinicExportStatus.ASKED;
        export.reason = TextLimit.required(
                ClinicExportField.REASON, "The reason", draft.reason(), ClinicExportDraft.LONGEST_REASON);
        export.recipient = TextLimit.required(
                ClinicExportField.RECIPIENT, "The recipient", draft.recipient(), ClinicExportDraft.LONGEST_RECIPIENT);
        export.recipientKey = key(draft.key());
        export.askedAt = at;
        export.askedBy = by;
        export.registerEvent(
                new ClinicExportEvent.Asked(export.id(), export.clinicId, export.recipient, export.reason));
        return export;
    }

    private static String key(String typed) {
        var key = TextLimit.required(ClinicExportField.KEY, "The key", typed, ClinicExportDraft.LONGEST_KEY);
        if (key.toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY-")) {
            throw new Refused(
                    ClinicExportField.KEY,
                    "This is the secret key, which only the recipient may have. Ask for the public key, which begins"
                            + " with age1, and for a new pair, since this one is no longer secret");
        }
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new Refused(
                    ClinicExportField.KEY,
                    "This is no public key in the age format. It begins with age1 and has 62 characters");
        }
    }

    /**
     * Releases it to be made.
     *
     * @param isAlone whether nobody else may release it, so that whoever asked may
     * @throws Refused if it is decided already, or somebody else has to release it; the message is for the user
     */
    void release(boolean isAlone, StaffId by, Instant at) {
        requireUndecided();
        if (askedBy.equals(by) && !isAlone) {
            throw new Refused("You asked for this export, so another privacy officer has to release it");
        }
        status = ClinicExportStatus.RELEASED;
        decidedAt = at;
        decidedBy = by;
        registerEvent(new ClinicExportEvent.Released(id(), askedBy.equals(by)));
    }

    /** @throws Refused if it is decided already, or the reason is missing; the message is for the user */
    void decline(String why, StaffId by, Instant at) {
        requireUndecided();
        decidedAt = at;
        decidedBy = by;
        close(ClinicExportStatus.DECLINED, closing(why), at);
        registerEvent(new ClinicExportEvent.Declined(id()));
    }

    private void requireUndecided() {
        if (status != ClinicExportStatus.ASKED) {
            throw new Refused("This export is decided already: " + words());
        }
    }

    /**
     * Cancels it, also while the file is being made or waits.
     *
     * @return the stored file, which is to be deleted; empty if there is none
     * @throws Refused if it is closed, or the reason is missing; the message is for the user
     */
    Optional<String> cancel(String why, Instant at) {
        if (!status.isOpen()) {
            throw new Refused("This export is closed: " + words());
        }
        close(ClinicExportStatus.CANCELED, closing(why), at);
        registerEvent(new ClinicExportEvent.Canceled(id()));
        return stored();
    }

    private static String closing(String typed) {
        return TextLimit.required("The reason", typed, LONGEST_CLOSING);
    }

    /** Notes the file that was made. */
    void made(ReceivedFile file, String what, Instant at) {
        status = ClinicExportStatus.READY;
        madeAt = at;
        untilAt = at.plus(KEPT);
        contents = what;
        storedAs = file.storedAs();
        bytes = file.bytes();
        sha256 = file.sha256();
        registerEvent(new ClinicExportEvent.Made(id(), what, file.sha256()));
    }

    /** Notes that it could not be made. */
    void fail(String why, Instant at) {
        close(ClinicExportStatus.FAILED, why, at);
        registerEvent(new ClinicExportEvent.Failed(id()));
    }

    /**
     * Permits a download, after which the file counts as disclosed.
     *
     * @param today the day at the clinic
     * @throws Refused if there is no file to download now; the message is for the user
     */
    void beginDownload(LocalDate today, Instant now) {
        requireFile(now);
        if (disclosedOn == null) {
            disclosedOn = today;
        }
        registerEvent(new ClinicExportEvent.DownloadStarted(id()));
    }

    /** @throws Refused if there is no file to download now; the message is for the user */
    void requireFile(Instant now) {
        if (status != ClinicExportStatus.READY || isOver(now)) {
            throw new Refused(
                    status == ClinicExportStatus.DOWNLOADED
                            ? "The file was downloaded already, and is deleted here. Ask for a new export"
                            : "There is no file to download: "
                                    + (isOver(now)
                                            ? ClinicExportStatus.EXPIRED.label().toLowerCase(Locale.ROOT)
                                            : words()));
        }
    }

    /** Notes that all of the file was sent. */
    void downloaded(Instant at) {
        close(ClinicExportStatus.DOWNLOADED, null, at);
        registerEvent(new ClinicExportEvent.Downloaded(id(), file().bytes(), file().sha256()));
    }

    /** Notes that nobody downloaded the file in time. */
    void expire(Instant at) {
        close(ClinicExportStatus.EXPIRED, null, at);
        registerEvent(new ClinicExportEvent.Expired(id()));
    }

    private void close(ClinicExportStatus as, @Nullable String why, Instant at) {
        status = as;
        closedAt = at;
        closingReason = why;
    }

    private String words() {
        return status.label().toLowerCase(Locale.ROOT);
    }

    private boolean isOver(Instant now) {
        return untilAt != null && !untilAt.isAfter(now);
    }

    /** Returns the name of its file in the store; empty as long as there is none. */
    Optional<String> stored() {
        return Optional.ofNullable(storedAs);
    }

    /** Returns the file that was made. */
    ClinicExportFile file() {
        return new ClinicExportFile(
                id(), Objects.requireNonNull(storedAs), Objects.requireNonNull(bytes), Objects.requireNonNull(sha256));
    }

    ClinicExportId id() {
        return new ClinicExportId(id);
    }

    ClinicId clinic() {
        return clinicId;
    }

    String recipientKey() {
        return recipientKey;
    }

    StaffId askedBy() {
        return askedBy;
    }

    ClinicExportStatus status() {
        return status;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected ClinicExport() {}
}
