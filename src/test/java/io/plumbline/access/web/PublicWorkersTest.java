package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.PublicSettings;
import io.plumbline.access.web.PublicWorkers.Waits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Of many who ask at once, two are worked on; the others are told to come again, and what they typed is kept. */
class PublicWorkersTest {
    private static final int MANY = 60;

    private static final PublicSettings SETTINGS = new PublicSettings(0, null, 2, 10, 20, 200, List.of());

    private static final Duration NEVER_SLOW = Duration.ofHours(1);

    private final PublicWorkers workers = new PublicWorkers(SETTINGS, busyPage());

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
        var patient = new PublicWorkers(
                SETTINGS, busyPage(), new Waits(Duration.ofMinutes(1), Duration.ofMinutes(1), NEVER_SLOW));
        var answers = new ArrayList<Future<Integer>>();
        var working = new CountDownLatch(1);
        var othersAreQueued = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var queued = new CopyOnWriteArrayList<Thread>();
            answers.add(people.submit(() -> statusFrom(patient, () -> {
                working.countDown();
                await(othersAreQueued);
            })));
            await(working);
            for (int i = 0; i < 8; i++) {
                answers.add(people.submit(() -> {
                    queued.add(Thread.currentThread());
                    return statusFrom(patient, () -> {});
                }));
            }
            try {
                areWaiting(queued, 8);
            } finally {
                othersAreQueued.countDown();
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void twoSlowRequestsStopNobody() throws Exception {
        var quick = new PublicWorkers(
                SETTINGS, busyPage(), new Waits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(5)));
        var areOver = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = List.of(
                    people.submit(() -> statusOf(quick, request("/book", "203.0.113.1"), () -> await(areOver))),
                    people.submit(() -> statusOf(quick, request("/book", "203.0.113.2"), () -> await(areOver))));
            try {
                for (int i = 3; i < 30; i++) {
                    assertThat(statusOf(quick, request("/book", "203.0.113." + i), () -> {}))
                            .isEqualTo(200);
                }
                assertThat(slow).noneMatch(Future::isDone);
            } finally {
                areOver.countDown();
            }
        }
    }

    @Test
    void slowRequestsBesideTheOthersAreLimited() throws Exception {
        var quick = new PublicWorkers(
                SETTINGS, busyPage(), new Waits(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(5)));
        var most = PublicWorkers.MOST_SLOW + SETTINGS.workers();
        var inside = new CountDownLatch(most);
        var areOver = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= most; i++) {
                var address = "203.0.113." + i;
                people.submit(() -> {
                    // one that was refused while the others were not slow yet tries again, as a person does
                    while (statusOf(quick, request("/book", address), () -> {
                                inside.countDown();
                                await(areOver);
                            })
                            == 429) {}
                    return null;
                });
            }
            try {
                assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
                assertThat(statusOf(quick, request("/book", "198.51.100.9"), () -> {}))
                        .isEqualTo(429);
            } finally {
                areOver.countDown();
            }
        }
    }

    @Test
    void aPageIsNotKeptWaitingByAllFormsThatWait() throws Exception {
        var some = new PublicWorkers(
                SETTINGS, busyPage(), new Waits(Duration.ofMinutes(1), Duration.ofMinutes(1), NEVER_SLOW));
        var isOver = new CountDownLatch(1);
        var waiting = new CopyOnWriteArrayList<Thread>();
        var formsBefore = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var inside = new CountDownLatch(2);
            for (int i = 1; i <= 2; i++) {
                var address = "203.0.113." + i;
                people.submit(() -> statusOf(some, request("/book", address), () -> {
                    inside.countDown();
                    await(isOver);
                }));
            }
            await(inside);
            for (int i = 3; i <= 80; i++) {
                var form = new MockHttpServletRequest("POST", "/book");
                form.setServletPath("/book");
                form.setRemoteAddr("203.0.113." + i);
                people.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return statusOf(some, form, formsBefore::incrementAndGet);
                });
            }
            try {
                areWaiting(waiting, 78);
                var answered = people.submit(() -> {
                    waiting.add(Thread.currentThread());
                    var before = new AtomicInteger();
                    statusOf(some, request("/book", "198.51.100.9"), () -> before.set(formsBefore.get()));
                    return before.get();
                });
                areWaiting(waiting, 79);
                isOver.countDown();
                assertThat(answered.get()).as("forms before the page").isLessThan(39);
            } finally {
                isOver.countDown();
            }
        }
    }

    @Test
    void aRequestThatWaitsIsNotSlow() throws Exception {
        var quick = new PublicWorkers(
                SETTINGS, busyPage(), new Waits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(5)));
        var lastIsOver = new CountDownLatch(1);
        var areOver = new CountDownLatch(1);
        var most = PublicWorkers.MOST_SLOW + SETTINGS.workers();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new CopyOnWriteArrayList<Thread>();
            var order = new CopyOnWriteArrayList<String>();
            try {
                // one after another, so that the last one finds as many slow as there may be, and stays a worker
                for (int i = 1; i <= most; i++) {
                    var address = "203.0.113." + i;
                    var isOver = i == most ? lastIsOver : areOver;
                    var isIn = new CountDownLatch(1);
                    people.submit(() -> statusOf(quick, request("/book", address), () -> {
                        isIn.countDown();
                        await(isOver);
                    }));
                    await(isIn);
                }
                for (int i = 0; i < 6; i++) {
                    people.submit(() -> {
                        waiting.add(Thread.currentThread());
                        return statusOf(quick, request("/book", "198.51.100.9"), () -> order.add("of one network"));
                    });
                }
                areWaiting(waiting, 6);
                var other = people.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return statusOf(quick, request("/book", "203.0.113.200"), () -> order.add("of another"));
                });
                areWaiting(waiting, 7);
                // the one worker that becomes free takes them in the order of their line
                lastIsOver.countDown();
                other.get();
                assertThat(order.indexOf("of another")).isOne();
            } finally {
                lastIsOver.countDown();
                areOver.countDown();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/book, en, 'What you typed is kept on this page', Send again",
        "/online-intake/a-link, es, 'Lo que escribió sigue en esta página', Enviar otra vez"
    })
    void aFormThatFindsNoWorkerIsAnsweredWithAllThatWasTyped(String path, String language, String kept, String button)
            throws Exception {
        var form = new MockHttpServletRequest("POST", path);
        form.setServletPath(path);
        form.setRequestURI(path);
        form.setQueryString("lang=" + language);
        form.setParameter("lang", language);
        form.setParameter("name", "Ana \"Nana\" <López>");
        form.setParameter("dates", "2026-12-01", "2026-12-02");

        var answer = whileAllWork(form);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(kept, button, "action=\"" + path + "?lang=" + language + "\"", "method=\"post\"")
                .contains("name=\"name\" value=\"Ana &quot;Nana&quot; &lt;López&gt;\"")
                .contains("name=\"dates\" value=\"2026-12-01\"", "name=\"dates\" value=\"2026-12-02\"")
                .doesNotContain("name=\"lang\"", "<script");
    }

    @Test
    void aPasswordIsNotSentBack() throws Exception {
        var form = new MockHttpServletRequest("POST", "/invitation/some-link");
        form.setServletPath("/invitation/some-link");
        form.setParameter("password", "a password of somebody");
        assertThat(whileAllWork(form).getContentAsString(StandardCharsets.UTF_8))
                .contains("load this page again")
                .doesNotContain("a password of somebody");
    }

    @Test
    void aFormWaitsWhereAPageIsToldToComeAgain() throws Exception {
        var some = new PublicWorkers(SETTINGS, busyPage(), new Waits(Duration.ZERO, Duration.ofMinutes(1), NEVER_SLOW));
        var inside = new CountDownLatch(2);
        var areOver = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 2; i++) {
                var address = "203.0.113." + i;
                people.submit(() -> statusOf(some, request("/book", address), () -> {
                    inside.countDown();
                    await(areOver);
                }));
            }
            await(inside);
            var forms = new ArrayList<Future<Integer>>();
            try {
                for (int i = 3; i <= 200; i++) {
                    var form = new MockHttpServletRequest("POST", "/book");
                    form.setServletPath("/book");
                    form.setRemoteAddr("203.0.113." + i);
                    forms.add(people.submit(() -> statusOf(some, form, () -> {})));
                }
                assertThat(statusOf(some, request("/book", "198.51.100.9"), () -> {}))
                        .isEqualTo(429);
            } finally {
                areOver.countDown();
            }
            for (var form : forms) {
                assertThat(form.get()).isEqualTo(200);
            }
        }
    }

    private static void areWaiting(List<Thread> threads, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> threads.stream()
                                .filter(one -> one.getState() == Thread.State.TIMED_WAITING)
                                .count()
                        == count);
    }

    private static MockHttpServletResponse whileAllWork(MockHttpServletRequest form) throws Exception {
        var some = new PublicWorkers(SETTINGS, busyPage(), new Waits(Duration.ZERO, Duration.ZERO, NEVER_SLOW));
        var answer = new MockHttpServletResponse();
        some.doFilter(
                request("/book", "203.0.113.1"),
                new MockHttpServletResponse(),
                (a, b) -> some.doFilter(
                        request("/book", "203.0.113.2"),
                        new MockHttpServletResponse(),
                        (c, d) -> some.doFilter(form, answer, (e, f) -> {
                            throw new AssertionError("a third one at work");
                        })));
        return answer;
    }

    private static int statusOf(PublicWorkers workers, MockHttpServletRequest request, Runnable work) throws Exception {
        var answer = new MockHttpServletResponse();
        workers.doFilter(request, answer, (a, b) -> work.run());
        return answer.getStatus();
    }

    private static BusyPage busyPage() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/patient");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var pages = new SpringTemplateEngine();
        pages.setTemplateResolver(resolver);
        pages.setTemplateEngineMessageSource(messages);
        return new BusyPage(pages, new PatientLanguage());
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
