package io.plumbline.support;

import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.Origin;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Online intakes that patients answered by a link and submitted. */
@Lazy
@Component
public class TestOnlineIntakes {
    private final OnlineIntakeService intakes;
    private final OnlineFormService forms;
    private final PatientService patients;
    private final Staff staff;

    TestOnlineIntakes(OnlineIntakeService intakes, OnlineFormService forms, PatientService patients, Staff staff) {
        this.intakes = intakes;
        this.forms = forms;
        this.patients = patients;
        this.staff = staff;
    }

    /** Returns the token of a link that someone of the front desk has created. */
    public String token(String desk, PatientId patient, ClinicId clinic) {
        return staff.as(desk, () -> intakes.create(patient, clinic, false, route -> route))
                .address()
                .replaceAll(".*/(.*)\\?.*", "$1");
    }

    /**
     * Submits the answers of a patient with a known birth date.
     *
     * @param typed what the patient types or chooses by page and name of the field; the complaint is the lower back unless typed
     */
    public void submit(String desk, PatientId patient, ClinicId clinic, Map<FormPage, Map<String, String>> typed) {
        var born = staff.as(
                desk,
                () -> Objects.requireNonNull(
                        patients.details(patient).orElseThrow().draft().birthDate()));
        var token = token(desk, patient, clinic);
        staff.doAs("system", () -> {
            var pass = Objects.requireNonNull(
                            forms.answer(token, born, "", Origin.PERSON).form())
                    .pass();
            var complaint = Map.of("complaint", List.of("Low back"));
            var form = forms.save(token, pass, FormPage.COMPLAINT, complaint, Origin.PERSON);
            for (var page : typed.keySet()) {
                form = forms.save(token, pass, page, values(typed.get(page)), Origin.PERSON);
            }
            forms.submit(token, pass, form.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON);
        });
    }

    private static Map<String, List<String>> values(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }
}
