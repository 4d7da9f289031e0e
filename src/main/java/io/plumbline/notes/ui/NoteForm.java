package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NotePart;
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
    private final TextArea statement = text("Statement", 1000);
    private final TextArea subjective = text("In the patient's words", 2000);
    private final Scale painBefore = new Scale("Pain before", 0, Pain.WORST);
    private final ActivitiesToday activities;
    private final TextArea observations = text("Findings", 2000);
    private final DisciplineFields discipline;
    private final RadioButtonGroup<Response> response = new RadioButtonGroup<>("Response to treatment");
    private final Scale painAfter = new Scale("Pain after", 0, Pain.WORST);
    private final TextArea cue = text("Movement cue taught", 300);
    private final TextArea homeCare = text("Home care", 1000);
    private final TextArea nextStep = text("Next step", 1000);
    private final RequiredFields marks = new RequiredFields();
    private final List<CarryOffer> carryOffers = new ArrayList<>();
    private final BooleanSupplier isHeld;
    private @Nullable CarryForward carry;
    private final Runnable changed;
    private SessionDetails origins = SessionDetails.EMPTY;
    private boolean isShowing;

    /** @param raised raises the flag of a new finding at once, before the signature; returns whether it was open already */
    NoteForm(NoteOffer offer, ScreeningRules rules, Runnable changed, BooleanSupplier raised) {
        this.changed = changed;
        carry = offer.carry();
        isHeld = offer.isHeld();
        safety = new SafetyFields(rules, this::tell, raised);
        activities = new ActivitiesToday(offer.activities(), this::tell);
        discipline = fieldsOf(offer);
        choices();
        marks();
        Stream.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(
                        consent,
                        statement,
                        subjective,
                        painBefore,
                        painAfter,
                        observations,
                        response,
                        cue,
                        homeCare,
                        nextStep)
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
                        withCarry(NotePart.PLAN, words, "P", "Plan", List.of(cue, homeCare, nextStep)));
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
            var now = isHeld.getAsBoolean() ? carry.ofPlan() : carry;
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
            case ADJUSTMENT ->
                new AdjustmentTreatment(offer.library(), offer.modalities(), offer.vocabulary(), this::tell);
            case EXERCISE -> new ExerciseTreatment(offer.library(), offer.modalities(), offer.vocabulary(), this::tell);
            default -> new SoftTissueFields(offer.modalities(), offer.vocabulary(), this::tell);
        };
    }

    private void choices() {
        statement.setHelperText("Required after a new finding, during a hold, and without consent");
        consent.setItems(ConsentToday.values());
        consent.setItemLabelGenerator(ConsentToday::label);
        response.setItems(Response.values());
        response.setItemLabelGenerator(Response::label);
        Stream.of(consent, response).forEach(group -> group.addClassName("choices"));
    }

    private void marks() {
        safety.markWith(marks);
        marks.of("consent today", consent);
        marks.of(
                "consent to what was done",
                consent,
                () -> consent.getValue() == ConsentToday.NOT_GIVEN && !read().isNothingDone());
        marks.of("a statement", statement);
        discipline.markWith(marks);
        marks.of("the response", response);
        marks.of("the next step", nextStep);
    }

    /** Returns the fields that a signature requires. */
    RequiredFields required() {
        return marks;
    }

    /** Shows the flags raised from this note: the time by screening rule. */
    void showRaised(Map<String, String> times) {
        safety.showRaised(times);
    }

    void show(NoteDraft draft) {
        isShowing = true;
        safety.show(draft.safetyRecheck(), draft.safetyRule());
        consent.setValue(draft.consent());
        Autosave.show(statement, draft.statement());
        Autosave.show(subjective, draft.details().subjective());
        painBefore.setValue(Pain.scoreOf(draft.painBefore()));
        activities.show(draft.details().activities());
        Autosave.show(observations, draft.observations());
        discipline.show(draft);
        response.setValue(draft.response());
        painAfter.setValue(Pain.scoreOf(draft.painAfter()));
        Autosave.show(cue, draft.details().cue());
        Autosave.show(homeCare, draft.details().homeCare());
        Autosave.show(nextStep, draft.nextStep());
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
        var details = SessionDetails.EMPTY
                .withTexts(subjective.getValue(), cue.getValue(), homeCare.getValue())
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
                        statement.getValue(),
                        nextStep.getValue())
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
        var now = read();
        carryOffers.forEach(offer -> offer.show(now));
    }

    private static TextArea text(String label, int most) {
        var area = new TextArea(label);
        area.setMaxLength(most);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setMinRows(1);
        area.setWidthFull();
        return area;
    }
}
