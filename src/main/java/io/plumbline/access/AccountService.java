package io.plumbline.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaffId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of the staff. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_READ)
public class AccountService {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 128;

    private final StaffAccounts accounts;
    private final PasswordEncoder passwords;

    AccountService(StaffAccounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * A page of accounts by user name.
     *
     * @param after the last account of the page before, or null for the first page
     */
    public List<AccountRow> list(@Nullable AccountRow after, int limit) {
        var page = accounts.after(after == null ? "" : after.username(), Limit.of(limit));
        var clinics = accounts
                .workplaces(page.stream().map(StaffAccounts.Basics::id).toList())
                .stream()
                .collect(groupingBy(
                        StaffAccounts.Workplace::staff, mapping(StaffAccounts.Workplace::clinic, toUnmodifiableSet())));
        return page.stream()
                .map(a -> new AccountRow(
                        new StaffId(a.id()),
                        a.username(),
                        a.displayName(),
                        a.roles(),
                        a.status(),
                        clinics.getOrDefault(a.id(), Set.of())))
                .toList();
    }

    /** How many accounts may sign in. */
    public long countActive() {
        return accounts.countByStatus(AccountStatus.ACTIVE);
    }

    /**
     * Gives somebody an account.
     *
     * @param password 8 to 128 characters of any kind
     * @throws IllegalArgumentException if a value is out of its range
     */
    @Transactional
    @Requires(Permission.ACCOUNT_CREATE)
    public StaffId create(AccountDraft draft, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("A password has 8 to 128 characters");
        }
        return accounts.save(StaffAccount.of(draft, passwords.encode(password))).id();
    }
}
