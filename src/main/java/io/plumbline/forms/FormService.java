package io.plumbline.forms;

import io.plumbline.practitioners.PractitionerScope;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clinics' own questions for intake notes, which managers write for all clinics of the group. They hold no data of
 * patients. Changes carry the revision that the current user saw, and throw {@link NotAvailable} if there is no such form,
 * {@link StaleVersion} if a colleague changed it in the meantime, and {@link Refused} with a message for the user.
 */
@Service
@Transactional
@Requires(Permission.INTAKE_FORM_WRITE)
public class FormService {
    private static final Limit MOST = Limit.of(200);

    /** More would make a note that nobody fills in. */
    private static final int MOST_OF_A_NOTE = 5;

    private final FormDefinitions forms;
    private final PractitionerService practitioners;
    private final Clock clock;

    FormService(FormDefinitions forms, PractitionerService practitioners, Clock clock) {
        this.forms = forms;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    /** Returns the forms by name, retired ones last. */
    @Transactional(readOnly = true)
    public List<FormRow> findAll() {
        var newest = forms.findNewest(true, MOST).stream()
                .collect(Collectors.toMap(PublishedForm::form, PublishedForm::content));
        return forms.findAll(MOST).stream()
                .filter(form -> !form.isDiscarded())
                .map(form -> form.row(newest.get(form.id())))
                .toList();
    }

    /** Returns a form with its versions; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<FormDetails> open(FormId id) {
        return forms.findById(id.value()).map(FormDefinition::details);
    }

    /** Returns the newest versions that a note of the current user begins with: at most five, by name. */
    @Transactional(readOnly = true)
    @Requires(Permission.INTAKE_READ)
    public List<PublishedForm> findOffered(VisitKind visit) {
        var newest = forms.findNewest(false, MOST).stream()
                .filter(form -> form.content().visit() == visit)
                .toList();
        if (newest.isEmpty()) {
            return newest;
        }
        var mine = practitioners
                .scopeOf(CurrentUser.current().staff())
                .map(PractitionerScope::disciplines)
                .orElse(Set.of());
        return newest.stream()
                .filter(form -> form.content().discipline() == null
                        || mine.contains(form.content().discipline()))
                .limit(MOST_OF_A_NOTE)
                .toList();
    }

    /** Returns versions of forms in the order in which they are named, also those of retired forms. */
    @Transactional(readOnly = true)
    @Requires(Permission.INTAKE_READ)
    public List<PublishedForm> findVersions(Collection<FormAnswers> answers) {
        if (answers.isEmpty()) {
            return List.of();
        }
        var ids = answers.stream().map(FormAnswers::version).distinct().toList();
        var found = forms.findVersions(ids).stream()
                .collect(Collectors.toMap(PublishedForm::version, Function.<PublishedForm>identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Begins an empty form. Notes have it once it is published. */
    public FormId begin() {
        return forms.saveAndFlush(FormDefinition.begun()).id();
    }

    /** Begins the next version with what the newest asks, unless one is being written already. */
    public void edit(FormId id, long revision) {
        change(id, revision, FormDefinition::edit);
    }

    /** Saves what is being written; returns the new revision. */
    public long saveDraft(FormId id, long revision, FormContent content) {
        return change(id, revision, form -> form.write(content));
    }

    /** Publishes the draft as the next version; notes that were begun with an earlier one stay with it. */
    public void publish(FormId id, long revision) {
        change(id, revision, form -> form.publish(CurrentUser.current().staff(), clock.instant()));
    }

    /** Discards the draft; a form that was never published is no longer listed. */
    public void discard(FormId id, long revision) {
        change(id, revision, FormDefinition::discard);
    }

    /** Offers the form to new notes no longer. */
    public void retire(FormId id, long revision) {
        change(id, revision, FormDefinition::retire);
    }

    /** Offers a retired form again. */
    public void offerAgain(FormId id, long revision) {
        change(id, revision, FormDefinition::offerAgain);
    }

    private long change(FormId id, long revision, Consumer<FormDefinition> change) {
        var form = forms.findById(id.value()).orElseThrow(NotAvailable::new).at(revision);
        change.accept(form);
        return forms.saveAndFlush(form).version();
    }
}
