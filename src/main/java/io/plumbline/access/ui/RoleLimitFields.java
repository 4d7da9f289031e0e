package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.access.accounts.AccountField;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * At which clinics each role of an account holds. Asks only where there is something to choose: for several roles at
 * several clinics.
 */
class RoleLimitFields extends Composite<Div> {
    private static final Set<Role> AT_CLINICS =
            EnumSet.of(Role.MANAGER, Role.FRONT_DESK, Role.CHIROPRACTOR, Role.THERAPIST);
    private static final String EVERYWHERE = "Each role at all these clinics";
    private static final String BY_ROLE = "Different clinics for each role";

    private final RadioButtonGroup<String> choice = new RadioButtonGroup<>("Where each role holds");
    private final Map<Role, CheckboxGroup<ClinicLabel>> places = new EnumMap<>(Role.class);
    private final Div byRole = new Div();

    private Set<Role> roles = Set.of();
    private List<ClinicLabel> clinics = List.of();

    RoleLimitFields() {
        choice.setItems(EVERYWHERE, BY_ROLE);
        choice.setValue(EVERYWHERE);
        choice.addValueChangeListener(e -> draw());
        byRole.addClassName("stack-2");
        getContent().addClassName("stack-2");
        getContent().add(choice, byRole);
        draw();
    }

    /** Asks about these roles and clinics; keeps what was chosen for those that stay, and adds a new clinic to each. */
    void offer(Collection<Role> chosenRoles, Collection<ClinicLabel> chosenClinics) {
        var before = Set.copyOf(clinics);
        roles = chosenRoles.stream().filter(AT_CLINICS::contains).collect(Collectors.toUnmodifiableSet());
        clinics = List.copyOf(chosenClinics);
        places.keySet().removeIf(role -> !roles.contains(role));
        roles.forEach(role -> {
            var isNew = !places.containsKey(role);
            var group = places.computeIfAbsent(role, RoleLimitFields::group);
            var kept = clinics.stream()
                    .filter(clinic -> isNew
                            || !before.contains(clinic)
                            || group.getValue().contains(clinic))
                    .collect(Collectors.toSet());
            group.setItems(clinics);
            group.setValue(kept);
        });
        draw();
    }

    private static CheckboxGroup<ClinicLabel> group(Role role) {
        var group = new CheckboxGroup<ClinicLabel>(role.title() + " at");
        group.setItemLabelGenerator(ClinicLabel::name);
        return group;
    }

    /** Shows limits of the roles and clinics that are offered. */
    void show(Role.Limits limits) {
        choice.setValue(limits.areNone() ? EVERYWHERE : BY_ROLE);
        places.forEach((role, group) -> group.setValue(clinics.stream()
                .filter(clinic -> limits.clinicsOf(role, ids()).contains(clinic.id()))
                .collect(Collectors.toSet())));
        draw();
    }

    private Set<ClinicId> ids() {
        return clinics.stream().map(ClinicLabel::id).collect(Collectors.toUnmodifiableSet());
    }

    private void draw() {
        setVisible(roles.size() > 1 && clinics.size() > 1);
        byRole.setVisible(isByRole());
        byRole.removeAll();
        places.values().forEach(byRole::add);
    }

    private boolean isByRole() {
        return isVisible() && BY_ROLE.equals(choice.getValue());
    }

    void setChangeable(boolean isChangeable) {
        choice.setEnabled(isChangeable);
        byRole.setEnabled(isChangeable);
    }

    /** Marks each role without a clinic; removes older messages. */
    void check(FormErrors wrong) {
        wrong.refuse(choice, false, "");
        new ArrayList<>(places.entrySet())
                .forEach(one -> wrong.refuse(
                        one.getValue(),
                        isByRole() && one.getValue().isEmpty(),
                        "Choose at least one clinic, or remove the role"));
    }

    /** Returns the attempt that shows a refusal of the limits here. */
    Attempt at(Attempt attempt) {
        return attempt.at(AccountField.LIMITS, choice);
    }

    /** Returns what is chosen. */
    Role.Limits typed() {
        return isByRole()
                ? new Role.Limits(places.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().getValue().stream()
                                .map(ClinicLabel::id)
                                .collect(Collectors.toUnmodifiableSet()))))
                : Role.Limits.NONE;
    }
}
