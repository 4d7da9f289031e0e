package io.plumbline.access.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads accounts for Spring Security, and stores the new hash when an old password hash is upgraded at sign-in. */
@Component
class StaffUsers implements UserDetailsService, UserDetailsPasswordService {
    private final StaffAccounts accounts;

    StaffUsers(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    /** An unknown name does not end the transaction of the caller, who puts it on record. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = UsernameNotFoundException.class)
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsername(StaffAccount.asTyped(username))
                .map(StaffAccount::user)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        if (newHash == null) {
            return user;
        }
        var account = accounts.findByUsername(user.getUsername()).orElseThrow();
        account.rehash(newHash);
        accounts.save(account);
        return account.user();
    }
}
