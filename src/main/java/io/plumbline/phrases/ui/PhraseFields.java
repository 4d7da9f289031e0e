package io.plumbline.phrases.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.phrases.PhraseDraft;
import io.plumbline.phrases.PhraseField;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The fields of a phrase, and below them what it inserts while it is typed. */
class PhraseFields extends Composite<Div> {
    private final PhraseService phrases;
    private final @Nullable PhraseId id;
    private final RadioButtonGroup<PreparedTextScope> scope = new RadioButtonGroup<>("Owner");
    private final TextField code = new TextField("Code");
    private final TextArea text = new TextArea("Text");
    private final PhrasePreviewPart preview = new PhrasePreviewPart();

    /** @param id null for a new phrase */
    PhraseFields(PhraseService phrases, @Nullable PhraseId id) {
        this.phrases = phrases;
        this.id = id;
        scope.setItems(PreparedTextScope.values());
        scope.setItemLabelGenerator(PreparedTextScope::label);
        scope.setHelperText("A phrase of your own wins over one of the clinics with the same code");
        scope.addClassName("choices");
        scope.setValue(PreparedTextScope.OWN);
        scope.setVisible(false);
        code.setPrefixComponent(new Span("."));
        code.setMaxLength(PhraseDraft.LONGEST_CODE + 1);
        code.setHelperText("2 to 20 letters and digits, the first a letter");
        code.setRequiredIndicatorVisible(true);
        text.setMaxLength(PhraseDraft.LONGEST_TEXT);
        text.setHelperText(
                "Mark blanks with braces: {side}. A code such as .ql inserts that phrase." + " No data of patients.");
        text.setRequiredIndicatorVisible(true);
        text.setMinRows(4);
        text.setWidthFull();
        code.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        scope.addValueChangeListener(e -> showPreview());
        code.addValueChangeListener(e -> showPreview());
        text.addValueChangeListener(e -> showPreview());
        getContent().addClassName("stack-4");
        getContent().add(Ui.card("Phrase", scope, code, text), Ui.card("What it inserts", preview));
        showPreview();
    }

    /** Lets the user choose whose a new phrase is. */
    void offerScope() {
        scope.setVisible(true);
    }

    void show(PreparedTextScope whose, PhraseDraft draft) {
        scope.setValue(whose);
        code.setValue(draft.code());
        text.setValue(draft.text());
    }

    /** Shows the text of the phrase that is copied; the copy needs a code of its own. */
    void showCopy(String its) {
        text.setValue(its);
    }

    private void showPreview() {
        preview.show(phrases.preview(id, scope.getValue(), code.getValue(), text.getValue()));
    }

    PreparedTextScope scope() {
        return scope.getValue();
    }

    /** @throws Refused with the message for the field */
    PhraseDraft read() {
        return new PhraseDraft(code.getValue(), text.getValue());
    }

    /** Returns whether the fields differ from a text and its code. */
    boolean differFrom(String itsCode, String itsText) {
        return !code.getValue().equals(itsCode) || !text.getValue().equals(itsText);
    }

    /** Marks what is missing, all at once; returns whether nothing is. */
    boolean areFilled() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(code, "Enter a code");
        wrong.refuseEmpty(text, "Enter the text that the code inserts");
        return wrong.areNone();
    }

    /**
     * Saves what was typed. A refusal is shown at the field that it names; all that was typed stays, also where the
     * phrase was deleted or the right to share phrases was taken in the meantime.
     */
    void save(Attempt attempt, Runnable change) {
        attempt.at(PhraseField.CODE, code)
                .at(PhraseField.TEXT, text)
                .ifNotAvailable("This phrase was deleted. Copy what you typed before you leave.")
                .run(() -> {
                    try {
                        change.run();
                    } catch (AccessDeniedException noLongerShared) {
                        throw new Refused(
                                "You may no longer change phrases of the clinics. Copy what you typed before you leave",
                                noLongerShared);
                    }
                });
    }

    void focus() {
        code.focus();
    }
}
