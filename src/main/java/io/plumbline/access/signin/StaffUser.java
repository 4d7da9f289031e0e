package io.plumbline.access.signin;

import io.plumbline.access.PermissionTable;
import io.plumbline.shared.CurrentUser;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An account while its password is checked. After that only the {@link CurrentUser} and the time of the password are kept.
 */
public record StaffUser(CurrentUser currentUser, String hash, PasswordInUse password, boolean active)
        implements UserDetails {
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(PermissionTable.of(currentUser.roles()));
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return currentUser.username();
    }

    @Override
    public boolean isEnabled() {
        return active;
    }
}
