package io.plumbline.records.clinicexports;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.documents.FileStore;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The release of exports of clinics by the privacy officer, who knows patients by number alone. Whoever asked for an
 * export releases it only where nobody else could.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CLINIC_EXPORT_RELEASE)
public class ClinicExportReleaseService {
    private final ClinicExports exports;
    private final ClinicExportStore store;
    private final IdentityService identity;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClinicExportReleaseService(
            ClinicExports exports,
            ClinicExportStore store,
            IdentityService identity,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exports = exports;
        this.store = store;
        this.identity = identity;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the exports of all clinics, the newest first.
     *
     * @param after the last row of the page before; null for the first page
     */
    public List<ClinicExportRow> list(@Nullable ClinicExportRow after, int limit) {
        return store.list(null, after, limit);
    }

    /** Returns the exports that wait for the privacy officer, those asked for first in front. */
    public List<ClinicExportRow> waiting(int limit) {
        return store.waiting(limit);
    }

    /**
     * Returns an export.
     *
     * @throws NotAvailable if it does not exist
     */
    public ClinicExportRow find(ClinicExportId id) {
        return store.find(id).orElseThrow(NotAvailable::new);
    }

    /**
     * Returns the numbers of the sensitive patients of the clinic, in order, whose records are in the file as well. Records
     * the view in the audit trail.
     */
    @Transactional
    public List<String> sensitivePatients(ClinicExportId id) {
        var numbers = store.sensitive(id);
        if (!numbers.isEmpty()) {
            events.publishEvent(PeopleListed.of("clinic-export.sensitive-listed", numbers.size())
                    .at(id.value()));
        }
        return numbers;
    }

    /**
     * Releases an export: a job makes the file.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if somebody changed it in the meantime
     * @throws Refused if it is decided already, or the current user asked for it and another privacy officer is there; the
     *     message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public void release(ClinicExportId id, long version) {
        var export = exports.require(id.value(), version);
        var user = CurrentUser.current().staff();
        export.release(store.otherOfficers(user) == 0, user, clock.instant());
        identity.demandProof();
        exports.saveAndFlush(export);
    }

    /**
     * Declines an export.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if somebody changed it in the meantime
     * @throws Refused if it is decided already, or the reason is missing; the message is for the user
     */
    @Transactional
    public void decline(ClinicExportId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var export = exports.require(id.value(), version);
        export.decline(reason, CurrentUser.current().staff(), clock.instant());
        exports.saveAndFlush(export);
    }

    /**
     * Cancels an export that was released, as long as it is not downloaded; its file is deleted.
     *
     * @param version the version that the current user saw
     * @param reason 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if somebody changed it in the meantime
     * @throws Refused if it is closed, or the reason is missing; the message is for the user
     */
    @Transactional
    public void cancel(ClinicExportId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var export = exports.require(id.value(), version);
        var file = export.cancel(reason, clock.instant());
        exports.saveAndFlush(export);
        file.ifPresent(files::delete);
    }
}
