package io.plumbline.notes.templates;

import io.plumbline.notes.Modalities;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Note templates: those of each clinician, which nobody else sees, and those of the clinics, which chiropractors write
 * for all clinicians of the group. They hold no data of patients, so reading them is not recorded; each change is.
 * Changes carry the version that the current user saw, and throw {@link NotAvailable} if there is no such template for the
 * current user, {@link StaleVersion} if it was changed in the meantime, {@link AccessDeniedException} if it is of the clinics
 * and the current user may not change those, and {@link Refused} with a message for the user.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class NoteTemplateService {
    /** So many templates a clinician can have, and so many the clinics. */
    static final int MOST = 100;

    private static final Limit MOST_LISTED = Limit.of(500);

    private final NoteTemplates templates;
    private final Modalities modalities;

    NoteTemplateService(NoteTemplates templates, Modalities modalities) {
        this.templates = templates;
        this.modalities = modalities;
    }

    /** Returns the templates of the current user and of the clinics that match a filter, by name. */
    public List<NoteTemplateDetails> list(NoteTemplateFilter filter) {
        var listed = filter.isRetired()
                ? templates.findRetired(me(), MOST_LISTED)
                : templates.findAllOffered(me(), MOST_LISTED);
        return listed.stream()
                .map(NoteTemplateService::details)
                .filter(filter::takes)
                .toList();
    }

    /** Returns what is offered in a note of a treatment: the current user's own templates by name, then those of the clinics. */
    public List<NoteTemplateDetails> findOffered(AppointmentType service) {
        return templates.findOffered(me(), service, MOST_LISTED).stream()
                .map(NoteTemplateService::details)
                .sorted(Comparator.comparing(NoteTemplateDetails::scope))
                .toList();
    }

    /** Returns a template of the current user or of the clinics, also a retired one. */
    public Optional<NoteTemplateDetails> find(NoteTemplateId id) {
        return templates
                .findById(id.value())
                .filter(NoteTemplateService::isSeen)
                .map(NoteTemplateService::details);
    }

    /**
     * Adds a template of the current user.
     *
     * @param operation idempotency key: submitting the same form twice adds one template
     */
    @Transactional
    public NoteTemplateId add(NoteTemplateDraft draft, OperationId operation) {
        return add(draft, me(), operation);
    }

    /**
     * Adds a template for all clinicians of the clinics.
     *
     * @param operation idempotency key: submitting the same form twice adds one template
     */
    @Transactional
    @Requires(Permission.PHRASE_SHARE)
    public NoteTemplateId addForClinics(NoteTemplateDraft draft, OperationId operation) {
        return add(draft, null, operation);
    }

    private NoteTemplateId add(NoteTemplateDraft draft, @Nullable StaffId owner, OperationId operation) {
        return templates
                .findByOperation(operation.value())
                .map(NoteTemplateId::new)
                .orElseGet(() -> {
                    requireInScope(draft);
                    requireRoom(owner);
                    return save(NoteTemplate.added(draft, owner, operation));
                });
    }

    private void requireRoom(@Nullable StaffId owner) {
        if ((owner == null ? templates.countOfClinics() : templates.countOf(owner)) >= MOST) {
            throw new Refused("There are " + MOST + " templates already. Retire one that is not used");
        }
    }

    /** Edits a template. Notes keep what it filled in before. */
    @Transactional
    public void edit(NoteTemplateId id, long version, NoteTemplateDraft draft) {
        var template = require(id, version);
        requireInScope(draft);
        template.edit(draft);
        save(template);
    }

    /** Retires a template: no note offers it any more, and another one can have its name. */
    @Transactional
    public void retire(NoteTemplateId id, long version) {
        var template = require(id, version);
        template.retire();
        templates.saveAndFlush(template);
    }

    /** Offers a retired template again. */
    @Transactional
    public void offerAgain(NoteTemplateId id, long version) {
        var template = require(id, version);
        requireRoom(template.scope() == PreparedTextScope.OWN ? me() : null);
        template.offerAgain();
        save(template);
    }

    /** Refuses modalities that nobody records in such a visit; an adjustment is recorded by its segments alone. */
    private void requireInScope(NoteTemplateDraft draft) {
        draft.modalities().stream()
                .filter(code -> !modalities.isRecordedIn(code, draft.service()))
                .findFirst()
                .ifPresent(code -> {
                    throw new Refused(modalities.nameOf(code) + " does not belong to this visit type. Leave it out");
                });
    }

    private NoteTemplateId save(NoteTemplate template) {
        try {
            return templates.saveAndFlush(template).id();
        } catch (DataIntegrityViolationException nameTaken) {
            throw new Refused(
                    NoteTemplateField.NAME,
                    (template.scope() == PreparedTextScope.OWN ? "You have" : "The clinics have")
                            + " a template with this name for this visit type already. Choose another name, or edit"
                            + " that template");
        }
    }

    private NoteTemplate require(NoteTemplateId id, long version) {
        var template = templates
                .findById(id.value())
                .filter(NoteTemplateService::isSeen)
                .orElseThrow(NotAvailable::new);
        if (!mayChange(template)) {
            throw new AccessDeniedException("Not available");
        }
        StaleVersion.throwUnless(template.version() == version, NoteTemplate.class, id);
        return template;
    }

    private static NoteTemplateDetails details(NoteTemplate template) {
        return template.details(mayChange(template));
    }

    private static boolean isSeen(NoteTemplate template) {
        return template.scope() == PreparedTextScope.CLINICS || template.isOf(me());
    }

    private static boolean mayChange(NoteTemplate template) {
        return template.isOf(me())
                || template.scope() == PreparedTextScope.CLINICS && CurrentUser.may(Permission.PHRASE_SHARE);
    }

    private static StaffId me() {
        return CurrentUser.current().staff();
    }
}
