package io.plumbline.onlineintake.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.safety.ScreeningRules;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The notice of each page: do not wait for us in an emergency. Where an answer is an emergency, it names the answer and
 * whom to call; the numbers are those of the clinic once the patient is known to be the right one.
 */
@Component
class EmergencyNotice {
    /** Where 988 is the number for thoughts of self-harm. */
    private static final String COUNTRY_OF_988 = "US";

    private final ScreeningRules rules;
    private final ClinicService clinics;
    private final SystemActor system;

    EmergencyNotice(ScreeningRules rules, ClinicService clinics, SystemActor system) {
        this.rules = rules;
        this.clinics = clinics;
        this.system = system;
    }

    /** @param form null for a page that anybody may read */
    void show(@Nullable OpenForm form, FormWords words, Model model) {
        var clinic = Optional.ofNullable(form).map(open -> system.call(() -> clinics.label(open.clinic())));
        var phone = clinic.map(ClinicLabel::phone);
        var isSelfHarmTold = form != null && form.isSelfHarmTold();
        model.addAttribute("emergency", form != null && form.emergency());
        model.addAttribute("emergencyAnswers", form == null ? "" : answers(form, words));
        model.addAttribute(
                "crisisLine",
                isSelfHarmTold
                        && clinic.map(ClinicLabel::country)
                                .filter(COUNTRY_OF_988::equals)
                                .isPresent());
        model.addAttribute("clinicDialed", phone.map(Object::toString).orElse(""));
        model.addAttribute(
                "clinicPhone",
                phone.map(number -> number.shownIn(clinic.orElseThrow().country()))
                        .orElse(""));
        model.addAttribute(
                "emergencyNumber", clinic.map(ClinicLabel::emergencyNumber).orElse(""));
        model.addAttribute("ours", clinic.map(ClinicLabel::name).orElseGet(() -> words.of("ours")));
    }

    /** Returns the questions of which the answers are an emergency, in their order. */
    private String answers(OpenForm form, FormWords words) {
        return rules.asked().stream()
                .filter(rule -> form.emergencies().contains(rule.id()))
                .map(rule -> words.question(rule))
                .collect(Collectors.joining(" · "));
    }
}
