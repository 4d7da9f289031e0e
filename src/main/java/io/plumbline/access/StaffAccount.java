package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "staff_account")
class StaffAccount extends AbstractAggregateRoot<StaffAccount> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String username;
    private String displayName;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Convert(converter = RolesColumn.class)
    private Set<Role> roles;

    @ElementCollection
    @CollectionTable(name = "staff_account_clinic", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "clinic_id")
    private Set<ClinicId> clinics = new HashSet<>();

    static StaffAccount of(AccountDraft draft, String passwordHash) {
        if (draft.roles().isEmpty() || draft.roles().contains(Role.SYSTEM)) {
            throw new IllegalArgumentException("Choose what this person is at work");
        }
        var account = new StaffAccount();
        account.id = StaffId.next().value();
        account.username = TextLimit.required("The user name", asTyped(draft.username()), 60);
        account.displayName = TextLimit.required("The name", draft.displayName(), 120);
        account.passwordHash = passwordHash;
        account.status = AccountStatus.ACTIVE;
        account.roles = Set.copyOf(draft.roles());
        account.clinics.addAll(draft.clinics());
        account.registerEvent(new AccountCreated(account.id(), account.roles));
        return account;
    }

    /** The form in which user names are kept and compared. */
    static String asTyped(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    void rehash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    StaffId id() {
        return new StaffId(id);
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    Caller caller() {
        return new Caller(id(), username, displayName, roles, clinics);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected StaffAccount() {}
}
