package io.plumbline.access.accounts;

import io.plumbline.access.SystemActor;
import io.plumbline.access.signin.StaffUser;
import io.plumbline.clinics.ClinicService;
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
    private final ClinicService clinics;
    private final SystemActor system;

    StaffUsers(StaffAccounts accounts, ClinicService clinics, SystemActor system) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.system = system;
    }

    /** An unknown name does not end the transaction of the current user, who puts it on record. */
    @Override
    @Transactional(readOnly = true, noRollbackFor = UsernameNotFoundException.class)
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsername(StaffAccount.asTyped(username))
                .map(this::user)
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
        return user(account);
    }

    /** Nobody is signed in yet who could ask for the clinics. */
    private StaffUser user(StaffAccount account) {
        return account.user(system.call(() -> clinics.countryOf(account.clinics(), null)));
    }
}
