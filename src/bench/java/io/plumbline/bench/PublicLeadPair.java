package io.plumbline.bench;

import io.plumbline.access.SystemActor;
import io.plumbline.bench.Pair.Kind;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the public form saves: the request as it came, then the lead that it becomes with all that it is found by. */
final class PublicLeadPair {
    private static final String WHO = "therapist";
    private static final String CONCERN =
            "My lower back hurts when I sit for long, and I would like to know what you can do about it.";
    private static final byte[] GROUP = new byte[16];

    private final PublicIntake intake;
    private final SystemActor system;
    private final ByHand hand;
    private final Clock clock;
    private final AtomicLong people = new AtomicLong();

    PublicLeadPair(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        intake = portal.getBean(PublicIntake.class);
        system = portal.getBean(SystemActor.class);
        clock = portal.getBean(Clock.class);
    }

    Pair pair() {
        return new Pair(
                "take a public lead",
                Kind.SAVE,
                WHO,
                () -> {
                    var request = request(people.incrementAndGet());
                    system.call(() -> intake.receive(RequestChannel.JSON, null, request, Sender.PERSON));
                    return List.of();
                },
                () -> {
                    takeByHand(people.incrementAndGet());
                    return List.of();
                });
    }

    private static ObjectNode request(long person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "Robin Example")
                .put("phone", phone(person))
                .put("concern", CONCERN)
                .put("source", "WEBSITE")
                .put("consent", true);
    }

    private static String phone(long person) {
        return "+1480" + (2_000_000 + person);
    }

    private void takeByHand(long person) throws SQLException {
        var request = Ids.bytes(Ids.next());
        var id = Ids.next();
        var now = Utc.of(clock.instant());
        var reference = HexFormat.of().toHexDigits(person, 9);
        hand.inTransaction(store ->
                ByHand.change(store, """
                insert into submission (id, channel, reference, body, body_hash, from_bot, refused, received_at)
                values (?, 'JSON', ?, ?, ?, false, false, ?)""", request, reference, request(person).toString(), new byte[32], now));
        hand.inTransaction(store -> {
            ByHand.change(
                    store,
                    """
                    insert into consultation_lead (id, queue_id, full_name, phone, concern, call_days, call_day_parts,
                        source, consent_at, status, next_follow_up_at, window_ends_at, overdue_at, write_first,
                        received_at, changed_at, changed_by, reference, version)
                    values (?, ?, 'Robin Example', ?, ?, '', '', 'WEBSITE', ?, 'NEW', ?, ?, ?, false, ?, ?, ?, ?, 0)""",
                    Ids.bytes(id),
                    GROUP,
                    phone(person),
                    CONCERN,
                    now,
                    now,
                    now,
                    now,
                    now,
                    now,
                    GROUP,
                    reference);
            for (var token : List.of("robin", "example", "~RPNK", phone(person).substring(1))) {
                found(store, id, token);
            }
            SavePairs.audit(store, clock, "lead.received", id, null, "Website");
            ByHand.change(
                    store,
                    "update submission set lead_id = ?, sorted_at = ? where id = ?",
                    Ids.bytes(id),
                    now,
                    request);
        });
    }

    private static void found(Connection store, UUID lead, String token) throws SQLException {
        ByHand.change(
                store,
                "insert into lead_token (queue_id, token, lead_id) values (?, ?, ?)",
                GROUP,
                token,
                Ids.bytes(lead));
    }
}
