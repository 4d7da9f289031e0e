package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.consents.OnlineConsent;
import io.plumbline.patients.consents.OnlineConsentService;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The consents of the form: a box to tick for each text, and one name for all. A box stands for the version of the text
 * that was shown, so that a version published since is never agreed to unread.
 */
@Component
class FormConsents {
    private static final int LONGEST_ADDRESS = 45;

    private final OnlineConsentService consents;

    FormConsents(OnlineConsentService consents) {
        this.consents = consents;
    }

    /**
     * @param patient null for a lead, who has not agreed to anything yet
     * @param birthDate of the patient; null if it is not known, so that the form asks who agrees
     */
    AskedConsents asked(@Nullable PatientId patient, @Nullable LocalDate birthDate, LocalDate today) {
        var by = birthDate == null
                ? null
                : PatientDraft.isMinor(birthDate, today) ? ConsentAgreement.By.GUARDIAN : ConsentAgreement.By.PATIENT;
        return new AskedConsents(
                patient == null ? consents.findCurrent(today) : consents.findToAsk(patient, today), by);
    }

    /** Returns what is wrong with the page, in the order of its fields. */
    static Map<String, FormProblem> problems(AskedConsents asked, FormAnswers answers) {
        var problems = new LinkedHashMap<String, FormProblem>();
        for (var kind : ConsentKind.values()) {
            if (asked.isOlderTicked(kind, answers)) {
                problems.put(FormFields.CONSENT + kind, FormProblem.CHANGED);
            }
        }
        var name = answers.value(FormFields.CONSENT_NAME).strip();
        if (name.length() > ConsentAgreement.LONGEST_NAME) {
            problems.put(FormFields.CONSENT_NAME, FormProblem.TOO_LONG);
        }
        if (!asked.ticked(answers).isEmpty()) {
            if (by(asked, answers) == null) {
                problems.put(FormFields.CONSENT_BY, FormProblem.MISSING);
            }
            if (name.isEmpty()) {
                problems.put(FormFields.CONSENT_NAME, FormProblem.MISSING);
            }
        }
        return problems;
    }

    private static ConsentAgreement.@Nullable By by(AskedConsents asked, FormAnswers answers) {
        if (asked.by() != null) {
            return asked.by();
        }
        var said = answers.value(FormFields.CONSENT_BY);
        for (var by : ConsentAgreement.By.values()) {
            if (by.name().equals(said)) {
                return by;
            }
        }
        return null;
    }

    /**
     * Returns what the patient agrees to by submitting; null if nothing. The answers must have no problems.
     *
     * @param address the network address of the request; a longer one is cut
     */
    static @Nullable OnlineConsent given(
            AskedConsents asked, FormAnswers answers, String address, OnlineIntakeId intake) {
        var ticked = asked.ticked(answers);
        return ticked.isEmpty()
                ? null
                : new OnlineConsent(
                        ticked,
                        new ConsentAgreement(
                                Objects.requireNonNull(by(asked, answers)),
                                answers.value(FormFields.CONSENT_NAME),
                                ConsentAgreement.Way.ONLINE),
                        address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)),
                        intake.value());
    }

    void give(PatientId patient, OnlineConsent given, LocalDate today) {
        consents.give(patient, given, today);
    }
}
