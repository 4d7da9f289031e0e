package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NotePart;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.notes.templates.TemplateMarks;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form of a session on one page, in the order in which a clinician thinks, by discipline. Reports every change. */
class NoteForm extends Composite<Div> {
    private final SafetyFields safety;
    private final RadioButtonGroup<ConsentToday> consent = new RadioButtonGroup<>("Consent today");
    private final StatementField statement = new StatementField(this::tell);
    private final TextArea subjective = NoteText.named("In the patient's words", 2000);
    private final Scale painBefore = new Scale("Pain before", 0, Pain.WORST);
    private final ActivitiesToday activities;
    private final TextArea observations = NoteText.named("Findings", 2000);
    private final DisciplineFields discipline;
    private final RadioButtonGroup<Response> response = new RadioButtonGroup<>("Response to treatment");
    private final Scale painAfter = new Scale("Pain after", 0, Pain.WORST);
    private final NextFields next = new NextFields(this::tell);
    private final RequiredFields marks = new RequiredFields();
    private final List<CarryOffer> carryOffers = new ArrayList<>();
    private final NoteOffer offer;
    private @Nullable CarryForward carry;
    private final Runnable changed;
    private SessionDetails origins = SessionDetails.EMPTY;
    private boolean isShowing;
    private boolean isOnHold;

    /** @param raised raises the flag of a new finding at once, before the signature; returns whether it was open already */
    NoteForm(NoteOffer offer, ScreeningRules rules, Runnable changed, BooleanSupplier raised) {
        this.changed = changed;
        carry = offer.carry();
        this.offer = offer;
        safety = new SafetyFields(rules, this::tell, raised);
        activities = new ActivitiesToday(offer.activities(), this::tell);
        discipline = fieldsOf(offer);
        choices();
        marks();
        Stream.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(
                        consent, subjective, painBefore, painAfter, observations, response)
                .forEach(field -> field.addValueChangeListener(e -> tell()));
        var objective = discipline.objective(observations);
        var words = new NoteWords(offer.vocabulary(), rules);
        getContent().addClassName("note-page");
        getContent()
                .add(
                        new SoapSection("✓", "Before treatment", safety, consent, statement),
                        new SoapSection("S", "Subjective", subjective, painBefore, activities),
                        withCarry(NotePart.OBJECTIVE, words, "O", "Objective", objective),
                        withCarry(NotePart.TREATMENT, words, "T", "Treatment", discipline.treatment()),
                        new SoapSection("A", "Assessment", Ui.div("scales", response, painAfter)),
                        withCarry(NotePart.PLAN, words, "P", "Plan", List.of(next)));
    }

    private SoapSection withCarry(NotePart part, NoteWords words, String letter, String name, List<Component> parts) {
        var section = new SoapSection(letter, name);
        var offer = new CarryOffer(() -> carry, part, words, section, () -> carryForward(List.of(part)));
        carryOffers.add(offer);
        section.add(offer);
        section.add(parts.toArray(Component[]::new));
        return section;
    }

    /** Carries forward what may be, in fields that are still empty; nothing of the treatment during a hold. */
    void carryForward(List<NotePart> parts) {
        if (carry != null) {
            var now = offer.isHeld().getAsBoolean() ? carry.ofPlan() : carry;
            carry = now;
            change(draft -> now.into(draft, parts));
        }
    }

    /** Changes what is in the form, as if it had been typed. */
    void change(UnaryOperator<NoteDraft> by) {
        show(by.apply(read()));
        changed.run();
    }

    private DisciplineFields fieldsOf(NoteOffer offer) {
        return switch (offer.service()) {
            case ADJUSTMENT -> new AdjustmentTreatment(offer, this::tell);
            case EXERCISE -> new ExerciseTreatment(offer, this::tell);
            default -> new SoftTissueFields(offer, this::tell);
        };
    }

    private void choices() {
        consent.setItems(ConsentToday.values());
        consent.setItemLabelGenerator(ConsentToday::label);
        response.setItems(Response.values());
        response.setItemLabelGenerator(Response::label);
        Stream.of(consent, response).forEach(group -> group.addClassNames("choices", "seg-words", "label-beside"));
        Stream.of(painBefore, painAfter).forEach(scale -> scale.addClassName("label-beside"));
    }

    private void marks() {
        safety.markWith(marks);
        marks.of("consent today", consent);
        marks.of(
                "consent to what was done",
                consent,
                () -> consent.getValue() == ConsentToday.NOT_GIVEN && !read().isNothingDone());
        statement.markWith(marks);
        discipline.markWith(marks);
        marks.of("the response", response);
        next.markWith(marks);
    }

    /** Marks the fields that a signature still asks for and focuses the first one. */
    void mark(List<String> missing) {
        if (missing.stream().anyMatch(part -> part.startsWith("a statement"))) {
            statement.open();
        }
        marks.mark(missing);
    }

    /** Returns the names of the marked parts that are still missing. */
    List<String> still() {
        return marks.still();
    }

    /** Returns how many parts are missing before the note can be signed. */
    int missing() {
        return read().missingToSign(offer.service(), isOnHold).size();
    }

    /** Shows whether the treatment is on hold, which a signature asks a statement about. */
    void showHold(boolean isHeld) {
        isOnHold = isHeld;
        showWhatIsAsked();
    }

    /** Shows the flags raised from this note: the time by screening rule. */
    void showRaised(Map<String, String> times) {
        safety.showRaised(times);
    }

    void show(NoteDraft draft) {
        isShowing = true;
        safety.show(draft.safetyRecheck(), draft.safetyRule());
        consent.setValue(draft.consent());
        statement.show(draft.statement());
        Autosave.show(subjective, draft.details().subjective());
        painBefore.setValue(Pain.scoreOf(draft.painBefore()));
        activities.show(draft.details().activities());
        Autosave.show(observations, draft.observations());
        discipline.show(draft);
        response.setValue(draft.response());
        painAfter.setValue(Pain.scoreOf(draft.painAfter()));
        next.show(draft);
        origins = draft.details();
        isShowing = false;
        showWhatIsAsked();
    }

    /** Returns whether the form is empty. */
    boolean isUntouched() {
        return discipline.wrong() == null && read().equals(NoteDraft.EMPTY);
    }

    /** Returns the rule of the new finding, even if other fields are incomplete; null while none is chosen. */
    @Nullable
    String newFinding() {
        return safety.finding();
    }

    NoteDraft read() {
        var details = next.into(SessionDetails.EMPTY, subjective.getValue())
                .withActivities(activities.read())
                .withOriginsOf(origins);
        return TemplateMarks.settled(discipline.into(new NoteDraft(
                        safety.answer(),
                        newFinding(),
                        consent.getValue(),
                        Pain.of(painBefore.getValue()),
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        Pain.of(painAfter.getValue()),
                        response.getValue(),
                        observations.getValue(),
                        statement.read(),
                        next.nextStep())
                .withDetails(details)));
    }

    /** Takes what is typed and waits for Enter. */
    void take() {
        discipline.take();
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong() {
        return discipline.wrong();
    }

    void focusWrong() {
        discipline.focusWrong();
    }

    private void tell() {
        if (!isShowing) {
            showWhatIsAsked();
            changed.run();
        }
    }

    private void showWhatIsAsked() {
        safety.showWhatIsAsked();
        discipline.showWhatIsAsked();
        statement.showIf(
                isOnHold || safety.answer() == SafetyRecheck.YES || consent.getValue() == ConsentToday.NOT_GIVEN);
        var now = read();
        var carried = CarryForward.unchangedIn(now);
        discipline.showCarried(carried);
        next.showCarried(carried);
        carryOffers.forEach(offer -> offer.show(now));
    }
}
