package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Requires;
import io.plumbline.shared.SearchWords;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which leads of the caller's queues have the phone number or the e-mail address of somebody who is being added. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadHints {
    private static final int MOST = 5;

    private final JdbcClient jdbc;

    LeadHints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of them, up to five; none where neither is given. */
    public List<LeadLikeness> of(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var tokens = new HashSet<String>();
        if (phone != null) {
            tokens.add(SearchWords.ending(phone.digits().replace("+", "")));
        }
        if (email != null) {
            tokens.add(SearchWords.email(email.address()));
        }
        var queues = LeadQueues.of(Caller.current());
        if (tokens.isEmpty() || queues.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select l.id, l.full_name, l.status, max(t.token) as token, count(*) as found
                from lead_token t join consultation_lead l on l.id = t.lead_id
                where t.queue_id in (:queues) and t.token in (:tokens)
                group by l.id, l.full_name, l.status order by l.id desc limit :most""")
                .param("queues", Ids.bytes(queues, ClinicId::value))
                .param("tokens", tokens)
                .param("most", MOST)
                .query((row, n) -> new LeadLikeness(
                        new LeadId(Ids.uuid(row.getBytes("id"))),
                        row.getString("full_name"),
                        LeadStatus.valueOf(row.getString("status")),
                        row.getInt("found") > 1
                                ? "Same phone number and e-mail"
                                : row.getString("token").startsWith("#") ? "Same phone number" : "Same e-mail"))
                .list();
    }
}
