package io.plumbline.access.signin;

import io.plumbline.access.PermissionTable;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Requires;
import java.lang.reflect.Method;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/**
 * Gives a service only the clinics at which a role of the current user grants the permission that the service requires. Runs
 * right after that permission is checked; changes nothing for a user whose roles hold at all their clinics.
 */
final class OwnClinics implements MethodInterceptor {
    /** Returns the advice of everything that has {@link Requires}. */
    static DefaultPointcutAdvisor advisor() {
        var required = new ComposablePointcut(new AnnotationMatchingPointcut(Requires.class, true))
                .union(AnnotationMatchingPointcut.forMethodAnnotation(Requires.class));
        var advisor = new DefaultPointcutAdvisor(required, new OwnClinics());
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return advisor;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return CurrentUser.signedIn().filter(user -> !user.limits().areNone()).isEmpty()
                ? invocation.proceed()
                : CurrentUser.<@Nullable Object, Throwable>within(
                        PermissionTable.holdersOf(permission(invocation)), invocation::proceed);
    }

    /** The method states it; where it does not, its class. */
    private static String permission(MethodInvocation invocation) {
        var type = AopUtils.getTargetClass(Objects.requireNonNull(invocation.getThis()));
        Method method = AopUtils.getMostSpecificMethod(invocation.getMethod(), type);
        var ofMethod = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        return Objects.requireNonNull(
                        ofMethod == null
                                ? AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Requires.class)
                                : ofMethod)
                .value();
    }
}
