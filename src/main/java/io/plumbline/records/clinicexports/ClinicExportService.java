package io.plumbline.records.clinicexports;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.StaleVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports of everything of a clinic for its manager, who asks for one with a reason, sees counts alone, and downloads the
 * encrypted file once somebody else has released it, see {@link ClinicExportReleaseService}.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CLINIC_EXPORT)
public class ClinicExportService {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int CHUNK = 64 * 1024;

    private final ClinicExports exports;
    private final ClinicExportStore store;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final FileStore files;
    private final RetriedTransaction transaction;
    private final Clock clock;

    ClinicExportService(
            ClinicExports exports,
            ClinicExportStore store,
            IdentityService identity,
            ClinicService clinics,
            FileStore files,
            RetriedTransaction transaction,
            Clock clock) {
        this.exports = exports;
        this.store = store;
        this.identity = identity;
        this.clinics = clinics;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Returns the exports of the current user's clinics, the newest first.
     *
     * @param after the last row of the page before; null for the first page
     */
    public List<ClinicExportRow> list(@Nullable ClinicExportRow after, int limit) {
        return store.list(CurrentUser.current().clinics(), after, limit);
    }

    /**
     * Returns an export.
     *
     * @throws NotAvailable if it does not exist, or is of another clinic
     */
    public ClinicExportRow find(ClinicExportId id) {
        own(id);
        return store.find(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Asks for everything of a clinic. Nothing is made before the privacy officer releases it.
     *
     * @throws NotAvailable if the clinic is not one of the current user's
     * @throws Refused if a value is missing or wrong, or another export of the clinic is open; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public ClinicExportId ask(ClinicExportDraft draft) {
        ReasonWords.require(ClinicExportField.REASON, "The reason", draft.reason(), ClinicExportDraft.LONGEST_REASON);
        var user = CurrentUser.current();
        if (!user.clinics().contains(draft.clinic())) {
            throw new NotAvailable();
        }
        var export = ClinicExport.asked(draft, user.staff(), clock.instant());
        if (store.isOneOpen(draft.clinic())) {
            throw new Refused(
                    ClinicExportField.CLINIC,
                    "An export of this clinic is open already. Cancel it first, or wait until it is downloaded");
        }
        identity.demandProof();
        return exports.saveAndFlush(export).id();
    }

    /**
     * Cancels an export, also while it is being made; its file is deleted.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if it does not exist, or is of another clinic
     * @throws StaleVersion if somebody changed it in the meantime
     * @throws Refused if it is closed, or the reason is missing; the message is for the user
     */
    @Transactional
    public void cancel(ClinicExportId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        own(id);
        var export = exports.require(id.value(), version);
        var file = export.cancel(reason, clock.instant());
        exports.saveAndFlush(export);
        file.ifPresent(files::delete);
    }

    /**
     * Permits the download of the file to the person who asked for it, and records it: from then on the records count as
     * disclosed. {@link #send} then sends it.
     *
     * @throws NotAvailable if it does not exist, is of another clinic, or somebody else asked for it
     * @throws Refused if there is no file to download now; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public ClinicExportFile download(ClinicExportId id) {
        var export = asked(id);
        identity.demandProof();
        export.requireFile(clock.instant());
        if (!Files.isReadable(files.pathOf(export.file().storedAs()))) {
            // such as after a restore: no backup has it
            throw new Refused("The file is no longer there. Cancel this export, and ask for a new one");
        }
        export.beginDownload(clinics.todayAt(export.clinic()), clock.instant());
        exports.saveAndFlush(export);
        return export.file();
    }

    /**
     * Sends the file, or the rest of it where a download broke off. Once all of it was sent, it is deleted. Takes as long as
     * the receiver does; no connection is held for it.
     *
     * @param from the first byte to send; the receiver has those before
     * @throws NotAvailable if it is no longer the current user's
     * @throws Refused if there is no file to download now, or it was canceled since; the message is for the user
     * @throws IOException if the receiver is gone; what is left can be sent later
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void send(ClinicExportFile file, long from, OutputStream out) throws IOException {
        transaction.run(() -> asked(file.export()).requireFile(clock.instant()));
        var sent = from;
        var looked = clock.instant();
        try (var content = files.open(file.storedAs())) {
            content.skipNBytes(from);
            var chunk = new byte[CHUNK];
            for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                // a part of it may arrive also where the rest does not
                sent += read;
                out.write(chunk, 0, read);
                if (clock.instant().isAfter(looked.plus(BETWEEN_LOOKS))) {
                    // somebody may have canceled it since
                    transaction.run(() -> asked(file.export()).requireFile(clock.instant()));
                    looked = clock.instant();
                }
            }
            out.flush();
        } finally {
            var to = sent;
            transaction.run(() -> store.sent(file.export(), from, to));
        }
        transaction.run(() -> endDownload(file));
    }

    /** Ends it if every byte was sent, in whichever pieces. */
    private void endDownload(ClinicExportFile file) {
        var export = asked(file.export());
        if (export.status() == ClinicExportStatus.READY && store.sent(file.export()) >= file.bytes()) {
            export.downloaded(clock.instant());
            exports.saveAndFlush(export);
            files.delete(file.storedAs());
        }
    }

    private ClinicExport own(ClinicExportId id) {
        return exports.findById(id.value())
                .filter(export -> CurrentUser.current().clinics().contains(export.clinic()))
                .orElseThrow(NotAvailable::new);
    }

    private ClinicExport asked(ClinicExportId id) {
        var export = own(id);
        if (!export.askedBy().equals(CurrentUser.current().staff())) {
            throw new NotAvailable();
        }
        return export;
    }
}
