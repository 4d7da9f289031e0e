package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountField;
import io.plumbline.access.accounts.KnownPractitioners.WithoutAccount;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FormErrors;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form for an account. */
class AccountForm extends Composite<FormLayout> {
    private static final String NOBODY = "Not listed";
    private static final String THEN_THEIRS =
            "This account then belongs to this practitioner, with their hours and visits";

    private final Select<WithoutAccount> person = new Select<>();
    private final TextField username = new TextField("User name");
    private final TextField displayName = new TextField("Display name");
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>("Roles");
    private final CheckboxGroup<ClinicLabel> clinics = new CheckboxGroup<>("Clinics");
    private final RoleLimitFields limits = new RoleLimitFields();
    private @Nullable AccountDraft shown;

    AccountForm(Collection<ClinicLabel> places) {
        username.setMaxLength(60);
        username.setHelperText("Used to sign in; it cannot be changed later");
        username.getElement().setAttribute("autocapitalize", "none");
        displayName.setMaxLength(120);
        roles.setItems(
                Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList());
        roles.setItemLabelGenerator(Role::title);
        roles.setHelperText(
                "A manager of their clinic must confirm clinic managers, chiropractors and therapists before they can work");
        clinics.setItems(places);
        clinics.setItemLabelGenerator(ClinicLabel::name);
        if (places.isEmpty()) {
            clinics.setHelperText("There is no clinic yet. A manager adds the first one and is assigned to it");
        }
        getContent().setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        roles.addValueChangeListener(e -> offerLimits());
        clinics.addValueChangeListener(e -> offerLimits());
        person.setVisible(false);
        getContent().add(person, username, displayName, roles, clinics, limits);
    }

    private void offerLimits() {
        limits.offer(
                roles.getValue(),
                clinics.getListDataView()
                        .getItems()
                        .filter(clinics.getValue()::contains)
                        .toList());
    }

    /**
     * Shows an existing account. The user name cannot be changed; in the current user's own account only the name can change.
     */
    void show(AccountDraft draft, boolean isMine) {
        username.setValue(draft.username());
        username.setVisible(false);
        type(draft);
        roles.setEnabled(!isMine);
        clinics.setEnabled(!isMine);
        limits.setChangeable(!isMine);
        if (isMine) {
            roles.setHelperText("Only another administrator can change your roles and clinics");
        }
        shown = draft;
    }

    /** Offers the practitioners in the directory to whom the account can be assigned. */
    void offer(List<WithoutAccount> practitioners) {
        person.setLabel("Practitioner");
        person.setItems(practitioners);
        person.setItemLabelGenerator(choice -> choice == null ? NOBODY : choice.name());
        person.setEmptySelectionAllowed(true);
        person.setEmptySelectionCaption(NOBODY);
        person.setPlaceholder(NOBODY);
        person.setHelperText(THEN_THEIRS);
        person.addValueChangeListener(e -> takeNameOf(e.getOldValue(), e.getValue()));
        displayName.addValueChangeListener(e -> hint(practitioners, e.getValue().strip()));
        person.setVisible(!practitioners.isEmpty());
    }

    private void hint(List<WithoutAccount> practitioners, String name) {
        // without the title
        var ending = " " + name.toLowerCase(Locale.ROOT);
        var isThere = practitioners.stream()
                .anyMatch(practitioner -> (" " + practitioner.name().toLowerCase(Locale.ROOT)).endsWith(ending));
        person.setHelperText(
                person.isEmpty() && isThere && !name.isEmpty()
                        ? name + " is in the directory: choose them here if this is the same person"
                        : THEN_THEIRS);
    }

    private void takeNameOf(@Nullable WithoutAccount before, @Nullable WithoutAccount now) {
        var isOwn = !displayName.isEmpty()
                && (before == null || !displayName.getValue().equals(before.name()));
        if (!isOwn) {
            displayName.setValue(now == null ? "" : now.name());
        }
    }

    /** Returns the chosen practitioner; empty if the person is not in the directory. */
    Optional<StaffId> practitioner() {
        return person.getOptionalValue().map(WithoutAccount::staff);
    }

    /** Fills the fields as if the user had typed the values. */
    void type(AccountDraft draft) {
        displayName.setValue(draft.displayName());
        roles.setValue(draft.roles());
        clinics.setValue(clinics.getListDataView()
                .getItems()
                .filter(place -> draft.clinics().contains(place.id()))
                .collect(Collectors.toSet()));
        limits.show(draft.limits());
    }

    void focus() {
        if (person.isVisible()) {
            person.focus();
        } else {
            (shown == null ? username : displayName).focus();
        }
    }

    boolean hasChanges() {
        return !person.isEmpty()
                || !typed().equals(shown == null ? new AccountDraft("", "", Set.of(), Set.of()) : shown);
    }

    /** Returns the draft, or empty after showing a message at each invalid field. */
    Optional<AccountDraft> read() {
        var wrong = new FormErrors();
        wrong.refuse(person, false, "");
        wrong.refuseEmpty(username, "Enter a user name");
        wrong.refuseEmpty(displayName, "Enter the person's name");
        wrong.refuseEmpty(roles, "Choose at least one role");
        wrong.refuse(clinics, false, "");
        limits.check(wrong);
        return wrong.areNone() ? Optional.of(typed()) : Optional.empty();
    }

    /** Returns the attempt with the fields at which a refusal is shown. */
    Attempt at(Attempt attempt) {
        return limits.at(attempt)
                .at(AccountField.PERSON, person)
                .at(AccountField.USERNAME, username)
                .at(AccountField.DISPLAY_NAME, displayName)
                .at(AccountField.ROLES, roles)
                .at(AccountField.CLINICS, clinics);
    }

    /** Reports that the user name was taken at the same moment. */
    void refuseUsername() {
        var wrong = new FormErrors();
        wrong.refuse(username, true, "This user name is taken: choose another");
        wrong.areNone();
    }

    private AccountDraft typed() {
        return new AccountDraft(
                username.getValue(),
                displayName.getValue(),
                Set.copyOf(roles.getValue()),
                clinics.getValue().stream().map(ClinicLabel::id).collect(Collectors.toUnmodifiableSet()),
                limits.typed());
    }
}
