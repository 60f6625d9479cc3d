package skein.spec.fusion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import skein.spec.ir.Fault;
import skein.spec.ir.Instruction;
import skein.spec.ir.IrExpr;
import skein.spec.ir.IrExpr.BinaryOp;
import skein.spec.ir.Origin;
import skein.spec.ir.Scalar;
import skein.spec.ir.Sort;
import skein.spec.ir.StateVar;
import skein.spec.model.FaultKind;

/**
 * What of the locking discipline has to be asserted when the fused steps run: that the process owns
 * the lock of what it comes to.
 */
final class Discipline {
  private final Code code;
  private final Map<List<Integer>, ImmutableList<Instruction.Assert>> claims = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  Discipline(Code code, Accesses accesses, Protection protection) {
    this.code = code;
    code.forEach(
        site -> {
          ImmutableList.Builder<Instruction.Assert> here = ImmutableList.builder();
          for (Access access : accesses.at(site.program(), site.position())) {
            protection.asserted(access).ifPresent(lock -> here.add(claim(site, access, lock)));
          }
          claims.put(List.of(site.program(), site.position()), here.build());
        });
  }

  /** What to assert before an instruction. */
  ImmutableList<Instruction.Assert> claims(int program, int position) {
    return claims.getOrDefault(List.of(program, position), ImmutableList.of());
  }

  /** The faults of all claims, numbered after those of the system. */
  ImmutableList<Fault> faults() {
    return ImmutableList.copyOf(faults);
  }

  private Instruction.Assert claim(Code.Site site, Access access, IrExpr.Load lock) {
    IrExpr owned =
        new IrExpr.Binary(BinaryOp.EQUAL, lock, self(site, lock.type()), new Scalar.Bool());
    Origin origin = site.instruction().origin();
    Fault fault = fault(access.variable(), lock.variable(), origin);
    return new Instruction.Assert(owned, fault, 0, origin);
  }

  private IrExpr self(Code.Site site, Scalar owner) {
    IrExpr self = new IrExpr.Self(code.program(site.program()).sort().orElseThrow());
    Sort sort = ((Scalar.Ref) owner).sort();
    return sort.kind() == Sort.Kind.TASK ? new IrExpr.AsTask(self, sort) : self;
  }

  private Fault fault(StateVar data, StateVar lock, Origin origin) {
    String function =
        Iterables.getLast(origin.frames(), new Origin.Frame("", origin.span())).function();
    String name =
        code.system().locks().stream()
            .filter(l -> l.owner().equals(lock))
            .findFirst()
            .orElseThrow()
            .name();
    String message =
        "`%s` is accessed without `%s`, which protects it elsewhere; --no-fuse does not rely on that"
            .formatted(named(data, data.name()), named(lock, name));
    Fault fault =
        new Fault(
            code.system().faults().size() + faults.size(),
            FaultKind.LOCK_DISCIPLINE,
            origin.span(),
            function,
            message,
            origin);
    faults.add(fault);
    return fault;
  }

  private static String named(StateVar variable, String name) {
    return variable.owner().map(sort -> sort.name() + "." + name).orElse(name);
  }
}
