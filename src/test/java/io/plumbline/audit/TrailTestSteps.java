package io.plumbline.audit;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.FreshStore;
import io.plumbline.support.StoreOwner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tests of the sealed trail do, also as one who owns the store could; in a portal of their own, where no job finds
 * anything to put on record.
 */
@FreshStore
abstract class TrailTestSteps {
    @Autowired
    AuditChainJob chainJob;

    @Autowired
    AuditChainVerifier walk;

    @Autowired
    AuditHeadInitializer birth;

    @Autowired
    NewTrail trail;

    @Autowired
    NotedHeadJob watch;

    @Autowired
    NotedHeadFile noted;

    @Autowired
    AuditAcceptCommand accept;

    @Autowired
    AuditVerifyCommand command;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SystemActor system;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    JdbcClient owner;

    record Happened(String kind, UUID subject) implements Recorded {
        @Override
        public String detail() {
            return "status, phone";
        }
    }

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient portal;

    /** Without accounts, as a new store: an empty trail beside accounts is no new one. The next class finds it whole, too. */
    @BeforeEach
    @AfterEach
    void beginAnewAsOneWhoOwnsTheStoreCould() throws IOException {
        var store = StoreOwner.of(environment, portal);
        owner = store.jdbc();
        trail.begin(store);
        store.empty("staff\\_account");
        store.empty(StoreOwner.SIGNED);
        Files.deleteIfExists(Path.of(noted.toString()));
    }

    /** What a start does with the trail before anybody can do anything. */
    void restart() {
        birth.start();
        watch.start();
    }

    int accepted() {
        return accept.run(List.of(), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    void putBack(Map<String, Object> head) {
        owner.sql("delete from audit_head").update();
        owner.sql("insert into audit_head (id, seq, chain, mac) values (1, ?, ?, ?)")
                .params(head.get("seq"), head.get("chain"), head.get("mac"))
                .update();
    }

    String noted() {
        try {
            return Files.readString(Path.of(noted.toString())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<UUID> happen(int times) {
        return system.call(() -> new TransactionTemplate(transactions).execute(transaction -> {
            var subjects = new ArrayList<UUID>();
            for (int i = 0; i < times; i++) {
                subjects.add(Ids.next());
                events.publishEvent(new Happened("test.happened", subjects.getLast()));
            }
            return subjects;
        }));
    }

    void happenAndSeal(int times) {
        happen(times);
        chainJob.chainPending();
    }

    AuditVerdict verify() {
        return walk.walk(List.of(), rows -> {}, () -> false);
    }

    record Said(int status, String answer) {}

    Said said(String... arguments) {
        var out = new ByteArrayOutputStream();
        var status = command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }
}
