package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.PublicSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Of many who ask at once, two are worked on and the others are told to come again. */
class PublicWorkersTest {
    private static final int MANY = 60;

    private static final PublicSettings SETTINGS = new PublicSettings(0, null, 2, 10, 20, 200, List.of());

    private final PublicWorkers workers = new PublicWorkers(SETTINGS);

    @ParameterizedTest
    @ValueSource(strings = {"/book", "/api/public/consultations", "/invitation/some-link"})
    void twoSlowRequestsDoNotKeepOtherRequestsWaiting(String path) throws Exception {
        var inside = new AtomicInteger();
        var othersAreAnswered = new CountDownLatch(MANY - 2);
        var answers = new ArrayList<Future<MockHttpServletResponse>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                var address = "203.0.113." + i;
                answers.add(people.submit(() -> {
                    var answer = new MockHttpServletResponse();
                    workers.doFilter(request(path, address), answer, (request, response) -> {
                        inside.incrementAndGet();
                        await(othersAreAnswered);
                    });
                    if (answer.getStatus() == 429) {
                        othersAreAnswered.countDown();
                    }
                    return answer;
                }));
            }
        }
        assertThat(inside).hasValue(2);
        for (var one : answers) {
            var answer = one.get();
            if (answer.getStatus() == 429) {
                assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("5 seconds");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "2001:db8:1:2::"})
    void oneNetworkOccupiesAtMostOneWorker(String network) throws Exception {
        var inside = new AtomicInteger();
        var isOver = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = new CountDownLatch(MANY - 1);
            for (int i = 0; i < MANY; i++) {
                var address = network.endsWith(":") ? network + Integer.toHexString(i + 1) : network;
                people.submit(() -> {
                    var answer = new MockHttpServletResponse();
                    workers.doFilter(request("/book", address), answer, (request, response) -> {
                        inside.incrementAndGet();
                        await(isOver);
                    });
                    if (answer.getStatus() == 429) {
                        refused.countDown();
                    }
                    return answer;
                });
            }
            try {
                assertThat(refused.await(1, TimeUnit.MINUTES)).isTrue();
                assertThat(inside).as("of one network").hasValue(1);
                assertThat(answered("203.0.113.1")).isEqualTo(200);
                assertThat(answered("2001:db8:1:3::1")).isEqualTo(200);
            } finally {
                isOver.countDown();
            }
        }
    }

    @Test
    void requestsFromOneAddressAreQueuedAndNotRefused() throws Exception {
        // on a slow machine nine may take longer than a visitor has to wait
        var patient = new PublicWorkers(SETTINGS, Duration.ofMinutes(1));
        var answers = new ArrayList<Future<Integer>>();
        var working = new CountDownLatch(1);
        var othersAreQueued = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var queued = new ArrayList<Thread>();
            answers.add(people.submit(() -> statusFrom(patient, () -> {
                working.countDown();
                await(othersAreQueued);
            })));
            await(working);
            for (int i = 0; i < 8; i++) {
                answers.add(people.submit(() -> {
                    synchronized (queued) {
                        queued.add(Thread.currentThread());
                    }
                    return statusFrom(patient, () -> {});
                }));
            }
            try {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                    synchronized (queued) {
                        return queued.stream()
                                        .filter(one -> one.getState() == Thread.State.TIMED_WAITING)
                                        .count()
                                == 8;
                    }
                });
            } finally {
                othersAreQueued.countDown();
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    private int answered(String address) throws Exception {
        var answer = new MockHttpServletResponse();
        workers.doFilter(request("/book", address), answer, (request, response) -> {});
        return answer.getStatus();
    }

    private static int statusFrom(PublicWorkers workers, Runnable work) throws Exception {
        var answer = new MockHttpServletResponse();
        workers.doFilter(request("/book", "198.51.100.8"), answer, (request, response) -> work.run());
        return answer.getStatus();
    }

    @Test
    void staffRequestsAreNotLimited() throws Exception {
        var inside = new AtomicInteger();
        workers.doFilter(
                request("/book", "203.0.113.1"),
                new MockHttpServletResponse(),
                (a, b) -> workers.doFilter(
                        request("/book", "203.0.113.2"),
                        new MockHttpServletResponse(),
                        (c, d) -> workers.doFilter(
                                request("/patients", "203.0.113.2"),
                                new MockHttpServletResponse(),
                                (e, f) -> inside.incrementAndGet())));
        assertThat(inside).hasValue(1);
    }

    private static MockHttpServletRequest request(String path, String address) {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        request.setServletPath(path);
        return request;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
