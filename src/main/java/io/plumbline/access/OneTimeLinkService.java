package io.plumbline.access;

import static java.util.Objects.requireNonNull;

import io.plumbline.access.FieldRefused.Field;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a one-time link opens: choosing a password, or becoming the first administrator. Looking uses no link up. A link
 * that does not work throws {@link LinkOver}; what is typed wrong throws {@link FieldRefused}, and the link still works. A
 * hash is slow, so it is made between two transactions: no connection to the store is held meanwhile.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCOUNT_LINK)
public class OneTimeLinkService {
    private static final UUID FIRST_ADMINISTRATOR = Caller.SYSTEM.staff().value();

    private final AccountLinks links;
    private final StaffAccounts accounts;
    private final Administrators administrators;
    private final Managers managers;
    private final ClinicService clinics;
    private final PasswordEncoder passwords;
    private final TransactionTemplate each;
    private final Clock clock;

    OneTimeLinkService(
            AccountLinks links,
            StaffAccounts accounts,
            Administrators administrators,
            Managers managers,
            ClinicService clinics,
            PasswordEncoder passwords,
            TransactionTemplate each,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.administrators = administrators;
        this.managers = managers;
        this.clinics = clinics;
        this.passwords = passwords;
        this.each = each;
        this.clock = clock;
    }

    /** For whom a link is. */
    public LinkHolder holder(String token) {
        var subject = links.subjectOf(token).orElseThrow(LinkOver::new);
        if (subject.equals(FIRST_ADMINISTRATOR)) {
            return LinkHolder.FIRST_ADMINISTRATOR;
        }
        var draft = accounts.findById(subject).orElseThrow(LinkOver::new).draft();
        return new LinkHolder(draft.username(), draft.displayName());
    }

    /** A new link for the first administrator, as long as no administrator can sign in; an older one is void. */
    @Transactional
    public Optional<String> forFirstAdministrator() {
        return administrators.areNone()
                ? Optional.of(links.renew(FIRST_ADMINISTRATOR, Caller.current().staff()))
                : Optional.empty();
    }

    /** Sets the password of the link's account, which can sign in from now on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void choosePassword(String token, String password, String repeated) {
        var holder = requireNonNull(each.execute(look -> holder(token)));
        check(password, repeated, holder.username(), holder.displayName());
        var hash = passwords.encode(password);
        each.executeWithoutResult(chosen -> {
            var link = links.use(token);
            var account = accounts.findById(link.subject()).orElseThrow(LinkOver::new);
            var wasAdministrator = account.isActiveAdministrator();
            account.choosePassword(hash, link.madeBy(), clock.instant(), managers.areThereOthers(account.id()));
            accounts.save(account);
            administrators.count(wasAdministrator, account.isActiveAdministrator());
        });
    }

    /** Makes the first administrator, with the names and the password that they chose. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void becomeFirstAdministrator(
            String token, String username, String displayName, String password, String repeated) {
        if (!requireNonNull(each.execute(look -> holder(token))).isFirstAdministrator()) {
            throw new LinkOver();
        }
        check(password, repeated, username, displayName);
        var draft = new AccountDraft(username, displayName, Set.of(Role.ADMIN), Set.of());
        var hash = passwords.encode(password);
        each.executeWithoutResult(chosen -> {
            if (accounts.existsByUsername(StaffAccount.asTyped(username))) {
                throw new FieldRefused(Field.USERNAME, "This user name is taken: choose another");
            }
            var account = StaffAccount.of(draft, hash, Caller.current().staff(), clock.instant());
            links.use(token);
            administrators.countFirst();
            accounts.save(account);
        });
    }

    private void check(String password, String repeated, String... about) {
        PasswordRules.check(
                password,
                Stream.concat(
                                Stream.of(about),
                                clinics.labels().values().stream().map(ClinicLabel::name))
                        .toArray(String[]::new));
        if (!password.equals(repeated)) {
            throw new FieldRefused(Field.REPEATED, "The two passwords differ: type the same one twice");
        }
    }
}
