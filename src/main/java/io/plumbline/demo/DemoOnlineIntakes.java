package io.plumbline.demo;

import io.plumbline.access.SystemActor;
import io.plumbline.onlineintake.FormFields;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.onlineintake.Origin;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Sends online intakes to some demo patients, one of whom submits it. */
@Component
class DemoOnlineIntakes {
    private final DemoSignIn signIn;
    private final SystemActor system;
    private final PatientService patients;
    private final OnlineIntakeService intakes;
    private final OnlineFormService forms;

    DemoOnlineIntakes(
            DemoSignIn signIn,
            SystemActor system,
            PatientService patients,
            OnlineIntakeService intakes,
            OnlineFormService forms) {
        this.signIn = signIn;
        this.system = system;
        this.patients = patients;
        this.intakes = intakes;
        this.forms = forms;
    }

    void fill(List<PatientId> known, DemoPlaces.Clinic place, Instant now) {
        signIn.as("frontdesk", now.minus(Duration.ofDays(1)), () -> {
            send(known.get(6), place);
            submit(known.get(5), send(known.get(5), place));
        });
    }

    private String send(PatientId patient, DemoPlaces.Clinic place) {
        return intakes.create(patient, place.clinic(), false, route -> route)
                .address()
                .replaceAll(".*/(.*)\\?.*", "$1");
    }

    private void submit(PatientId patient, String token) {
        var known = patients.details(patient).orElseThrow().draft();
        var born = Objects.requireNonNull(known.birthDate());
        var name = known.name();
        system.call(() -> {
            var pass = Objects.requireNonNull(
                            forms.answer(token, born, "", Origin.PERSON).form())
                    .pass();
            save(
                    token,
                    pass,
                    FormPage.COMPLAINT,
                    Map.of(
                            "complaint", List.of("Ache across the lower back when I sit for long"),
                            "onset", List.of("About two months")));
            save(token, pass, FormPage.PAIN, Map.of("painNow", List.of("4"), "painWorst", List.of("6")));
            save(token, pass, FormPage.REGIONS, Map.of("region", List.of("back-lumbar-left", "back-lumbar-right")));
            save(token, pass, FormPage.LIMITATIONS, Map.of("ability.RISE_CHAIR", List.of("5")));
            save(token, pass, FormPage.DAILY_LIFE, Map.of("goals", List.of("Sit through a film without pain")));
            var last = agree(token, save(token, pass, FormPage.SAFETY, Map.of("screen.RF-FX-1", List.of("no"))), name);
            return forms.submit(token, pass, last.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON);
        });
    }

    private OpenForm agree(String token, OpenForm form, String name) {
        var typed = new HashMap<>(Map.of(FormFields.CONSENT_NAME, List.of(name)));
        form.consents().inLanguage(Locale.ENGLISH).stream()
                .filter(text -> text.key().kind() != ConsentKind.TEACHING)
                .forEach(text -> typed.put(
                        FormFields.CONSENT + text.key().kind(),
                        List.of(text.id().toString())));
        return save(token, form.pass(), FormPage.CONSENTS, typed);
    }

    private OpenForm save(String token, String pass, FormPage page, Map<String, List<String>> typed) {
        return forms.save(token, pass, page, typed, Origin.PERSON);
    }
}
