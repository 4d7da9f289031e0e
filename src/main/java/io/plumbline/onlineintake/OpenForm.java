package io.plumbline.onlineintake;

import io.plumbline.shared.ids.ClinicId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A form that the patient has opened, with what is saved so far.
 *
 * @param pass what each page sends back; valid for two hours
 * @param versions of what is saved of each page; a page sends back the one that it was shown with
 * @param problems what is wrong with the fields of the page that was saved
 * @param consents the consents that the form asks for
 * @param elsewhere what is saved, by the name of the field, where another device saved something else since the page was
 *     shown; nothing of the page is saved then
 * @param emergencies the questions answered yes from which an emergency follows, of level E by the screening rules
 * @param canBeContinued whether a code can be mailed, so that what is saved can be opened again
 */
public record OpenForm(
        ClinicId clinic,
        String pass,
        Map<FormPage, String> versions,
        FormAnswers answers,
        Map<String, FormProblem> problems,
        AskedConsents consents,
        Map<String, List<String>> elsewhere,
        Set<String> emergencies,
        boolean canBeContinued) {
    /** Returns whether an answer is an emergency. */
    public boolean emergency() {
        return !emergencies.isEmpty();
    }

    /** Returns the version of what is saved of a page; that of the last page is of all that is saved. */
    public String version(FormPage page) {
        return Objects.requireNonNull(versions.get(page));
    }

    /** Returns whether the patient has thoughts of self-harm. */
    public boolean isSelfHarmTold() {
        return answers.value(FormFields.SCREEN + "RF-MOOD").equals(FormFields.YES);
    }

    /** Returns the page on which the patient left off: the first from which the patient did not go on. */
    public FormPage leftOff() {
        return answers.doneUpTo().map(page -> page.next(this)).orElse(FormPage.COMPLAINT);
    }

    /** Returns the form without what is wrong with it. */
    public OpenForm withoutProblems() {
        return new OpenForm(
                clinic, pass, versions, answers, Map.of(), consents, elsewhere, emergencies, canBeContinued);
    }
}
