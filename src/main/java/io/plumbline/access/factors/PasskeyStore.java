package io.plumbline.access.factors;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** Keeps passkeys: of each only the public half of the key. */
@Component
class PasskeyStore {
    private static final String SEPARATOR = ",";

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A passkey with its owner, as a sign-in needs it. */
    record Stored(PasskeyId id, PasskeyOwner owner, CredentialRecord record) {}

    /** Finds a passkey by the id that the browser knows. Runs one SQL statement by key. */
    Optional<Stored> find(Bytes credential) {
        return jdbc.sql("""
                select p.*, a.username from passkey p join staff_account a on a.id = p.staff_id
                where p.credential_id = ?""")
                .param(credential.getBytes())
                .query((row, n) -> new Stored(
                        new PasskeyId(Ids.uuid(row.getBytes("id"))),
                        new PasskeyOwner(new StaffId(Ids.uuid(row.getBytes("staff_id"))), row.getString("username")),
                        credential(row)))
                .optional();
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .transports(transports(row))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .label(row.getString("label"))
                .created(Utc.in(row, "created_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("transports").split(SEPARATOR))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the passkeys of an account, the oldest first. */
    List<PasskeyRow> list(StaffId account) {
        return jdbc.sql("select id, label, created_at, last_used_at from passkey where staff_id = ? order by id")
                .param(account)
                .query(PasskeyRow.class)
                .list();
    }

    /** Returns by what a browser recognizes the passkeys of an account. */
    List<PublicKeyCredentialDescriptor> descriptors(StaffId account) {
        return jdbc.sql("select credential_id, transports from passkey where staff_id = ? order by id")
                .param(account)
                .query((row, n) -> PublicKeyCredentialDescriptor.builder()
                        .id(new Bytes(row.getBytes("credential_id")))
                        .transports(transports(row))
                        .build())
                .list();
    }

    /**
     * Stores a new passkey.
     *
     * @throws DuplicateKeyException if it is stored already, for whomever
     */
    void add(StaffId account, CredentialRecord made, Bytes attestation) {
        jdbc.sql("""
                insert into passkey (id, staff_id, user_handle, credential_id, public_key, attestation, sign_count,
                    transports, backup_eligible, backed_up, label, created_at, last_challenge)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        PasskeyId.next(),
                        account,
                        made.getUserEntityUserId().getBytes(),
                        made.getCredentialId().getBytes(),
                        made.getPublicKey().getBytes(),
                        attestation.getBytes(),
                        made.getSignatureCount(),
                        made.getTransports().stream()
                                .filter(transport -> Arrays.asList(AuthenticatorTransport.values())
                                        .contains(transport))
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(SEPARATOR)),
                        made.isBackupEligible(),
                        made.isBackupState(),
                        String.valueOf(made.getLabel()),
                        clock.instant())
                .update();
    }

    /**
     * Puts a use on record, with the counter of the device. A challenge works once: of two concurrent calls with it, one
     * succeeds.
     *
     * @param challenge when the challenge was made, in microseconds
     */
    boolean use(PasskeyId passkey, long count, long challenge) {
        return jdbc.sql("""
                update passkey set sign_count = :count, last_used_at = :now, last_challenge = :challenge
                where id = :id and last_challenge < :challenge and (sign_count < :count or sign_count = 0)""")
                        .param("count", count)
                        .param("now", clock.instant())
                        .param("challenge", challenge)
                        .param("id", passkey)
                        .update()
                == 1;
    }

    /** Removes a passkey of an account; returns whether there was one. */
    boolean remove(StaffId account, PasskeyId passkey) {
        return jdbc.sql("delete from passkey where id = ? and staff_id = ?")
                        .params(passkey, account)
                        .update()
                == 1;
    }

    /** Removes all passkeys of an account; returns whether there were any. */
    boolean removeAll(StaffId account) {
        return jdbc.sql("delete from passkey where staff_id = ?").param(account).update() > 0;
    }
}
