# SPDX-License-Identifier: Apache-2.0
import unittest

from gidn import evaluator
from tests.exchange import CELLS, MASS, NUMBER, PROCESS, SIZES, STRESS, Exchange


class EvaluatorTest(unittest.TestCase):
    def test_one_design_of_numbers_gives_a_number(self):
        with Exchange(
            """
                @gidn.evaluator
                def mass(sizes):
                    return sum(sizes) / 3
                mass.serve()""",
            [SIZES],
            [MASS],
        ) as program:
            self.assertEqual(program.greeting, {"version": 1, "batch": 1, "gradients": False, "fields": False})
            answer = program.evaluate(sizes=[[0.1, 0.2, 0.4], [1, 2, 3]])
            # To the last bit, as Python adds them.
            self.assertEqual(answer, {"id": 1, "outputs": {"mass": [(0.1 + 0.2 + 0.4) / 3, 2.0]}})
            self.assertEqual(program.evaluate(sizes=[[3, 3, 3]])["id"], 2)
        self.assertEqual((program.status, program.errors), (0, ""))

    def test_parameters_are_called_like_the_variables_of_every_kind(self):
        with Exchange(
            """
                @gidn.evaluator
                def both(process, cells, number, sizes):
                    shape = (len(cells), len(cells[0]))
                    assert type(number) is int and process == 'printed' and shape == (2, 3), (number, process, shape)
                    return {'stress': int(cells[1][0]), 'mass': number + sizes[2]}
                both.serve()""",
            [CELLS, SIZES, NUMBER, PROCESS],
            [MASS, STRESS],
        ) as program:
            answer = program.evaluate(cells=["012200"], sizes=[[1, 2, 0.5]], number=[[7]], process=[["printed"]])
            self.assertEqual(answer, {"id": 1, "outputs": {"mass": [7.5], "stress": [2.0]}})

    def test_one_parameter_of_another_name_takes_all_variables(self):
        with Exchange(
            """
                def both(design):
                    return design['number'] * design['sizes'][0], len(design)
                gidn.serve(both)""",
            [SIZES, NUMBER],
            [MASS, STRESS],
        ) as program:
            self.assertEqual(program.evaluate(sizes=[[0.5, 1, 1]], number=[[4]])["outputs"], {"mass": [2.0], "stress": [2.0]})

    def test_a_function_of_a_batch_gets_arrays_of_all_designs(self):
        with Exchange(
            """
                @gidn.evaluator(batch=50)
                def counted(cells):
                    return [sum(sum(map(int, row)) for row in design) for design in cells], [len(cells)] * len(cells)
                counted.serve()""",
            [CELLS],
            [MASS, STRESS],
        ) as program:
            self.assertEqual(program.greeting["batch"], 50)
            self.assertEqual(
                program.evaluate(cells=["000000", "222220"])["outputs"], {"mass": [0.0, 10.0], "stress": [2.0, 2.0]}
            )

    def test_what_happens_inside_a_design_is_shown(self):
        with Exchange(
            """
                @gidn.evaluator
                def mass(cells):
                    return 1
                @mass.fields
                def shown(cells):
                    if cells[0][0] == 2:
                        raise RuntimeError('no picture')
                    mesh = {'nodes': [[0, 0], [1, 0], [1, 1], [0, 1]], 'quads': [[0, 1, 2, 3]]}
                    fields = {'level': cells, 'moved': {'components': ['x', 'y'], 'values': [[0, float('nan')]] * 4, 'unit': 'mm'}}
                    return fields if cells[0][0] == 0 else (fields, mesh, {'pull': {'x': (0, 1), 'y': [0, 2]}})
                mass.serve()""",
            [CELLS],
            [MASS],
        ) as program:
            self.assertTrue(program.greeting["fields"])
            ask = {"id": 7, "gradients": False, "fields": True}
            moved = {"components": ["x", "y"], "values": [[0, None]] * 4, "unit": "mm"}
            answer = program.say({**ask, "evaluate": {"cells": ["012200"]}})
            self.assertEqual(answer, {"id": 7, "fields": {"level": {"values": [0, 1, 2, 2, 0, 0]}, "moved": moved}})
            answer = program.say({**ask, "evaluate": {"cells": ["112200"]}})
            self.assertEqual(answer["mesh"]["quads"], [[0, 1, 2, 3]])
            self.assertEqual(answer["curves"], {"pull": {"x": [0, 1], "y": [0, 2]}})
            self.assertEqual(program.say({**ask, "evaluate": {"cells": ["212200"]}}), {"id": 7, "error": "no picture"})

    def test_an_exception_fails_its_design_and_no_other_one(self):
        for decorator in ("@gidn.evaluator", "@gidn.evaluator(batch=9)"):
            with (
                self.subTest(decorator),
                Exchange(
                    f"""
                    {decorator}
                    def picky(number):
                        for each in number if isinstance(number, list) or hasattr(number, 'shape') else [number]:
                            if each == 2:
                                raise RuntimeError('did not\\nconverge')
                            if each == 3:
                                dict()['stress']
                            if each == 4:
                                raise SystemExit('enough')
                        return number
                    picky.serve()""",
                    [NUMBER],
                    [MASS],
                ) as program,
            ):
                answer = program.evaluate(number=[[1], [2], [3], [4], [5]])
                self.assertEqual(answer["outputs"], {"mass": [1.0, None, None, None, 5.0]})
                self.assertEqual(
                    answer["failures"],
                    {"1": "did not converge", "2": "KeyError: 'stress'", "3": "the function ended the program with 'enough'"},
                )
            # Where it came from is told once.
            self.assertIn("raise RuntimeError", program.errors)
            self.assertEqual(program.status, 0)

    def test_what_is_no_value_says_so(self):
        cases = {
            "float('nan')": "'mass' is nan",
            "float('inf')": "'mass' is inf",
            "10 ** 400": "'mass' is inf",
            "None": "the function gave nothing for 'mass'; it may lack a 'return'",
            "'12'": "the function gave 'mass' as the text '12', not as a number",
            "(1, 2)": "the function gave tuple of the shape (2,), where 'mass' is wanted",
            "{'mas': 1}": "the function gave no 'mass', only 'mas'",
            "{'mass': 1, 'stress': 2}": "the function gave 'stress', which is no output; these are 'mass'",
            "{'mass': 'heavy'}": "the function gave 'mass' as the text 'heavy', not as a number",
            "{'mass': [1, 2]}": "the function gave 'mass' as list of the shape (2,), not as a number",
        }
        for value, reason in cases.items():
            with self.subTest(value), Exchange(f"gidn.serve(lambda number: {value})", [NUMBER], [MASS]) as program:
                answer = program.evaluate(number=[[1]])
                self.assertEqual(answer["failures"]["0"], reason)
                self.assertEqual(answer["outputs"], {"mass": [None]})

    def test_a_batch_of_the_wrong_size_is_no_answer(self):
        with Exchange("gidn.serve(lambda number: [1, 2, 3], batch=5)", [NUMBER], [MASS]) as program:
            answer = program.evaluate(number=[[1], [2]])
            self.assertEqual(answer["outputs"], {"mass": [None, None]})
            self.assertEqual(answer["failures"]["1"], "the function gave 'mass' in the shape (3,), where 1 designs need (1,)")

    def test_gradients_are_given_where_they_are_asked_for(self):
        source = """
                @gidn.evaluator
                def square(sizes, number):
                    return sum(size * size for size in sizes) * number

                @square.gradient
                def square_gradient(sizes, number):
                    value = sum(size * size for size in sizes)
                    return value * number, {'sizes': [2 * size * number for size in sizes], 'number': value}

                square.serve()"""
        with Exchange(source, [SIZES, NUMBER], [MASS]) as program:
            self.assertTrue(program.greeting["gradients"])
            self.assertNotIn("gradients", program.evaluate(sizes=[[1, 2, 3]], number=[[2]]))
            answer = program.evaluate(True, sizes=[[1, 2, 3], [1, 0, 0]], number=[[2], [1]])
            self.assertEqual(answer["outputs"], {"mass": [28.0, 1.0]})
            self.assertEqual(answer["gradients"], {"sizes": [[4.0, 8.0, 12.0], [2.0, 0.0, 0.0]], "number": [[14.0], [1.0]]})

    def test_designs_between_levels_come_as_numbers_and_their_gradient_row_by_row(self):
        with Exchange(
            """
                def value(cells):
                    return float(cells[1][2])
                def gradient(cells):
                    return value(cells), [[1, 2, 3], [4, 5, 6]]
                gidn.serve(value, gradient=gradient)""",
            [CELLS],
            [MASS],
        ) as program:
            answer = program.evaluate(True, cells=[[0, 0.25, 0, 1, 1.5, 0.75]])
            self.assertEqual(answer["outputs"], {"mass": [0.75]})
            self.assertEqual(answer["gradients"], {"cells": [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]})

    def test_a_gradient_of_another_shape_fails_its_design(self):
        with Exchange(
            """
                gidn.serve(lambda cells: 1, gradient=lambda cells: (1, [1, 2]))""",
            [CELLS],
            [MASS],
        ) as program:
            answer = program.evaluate(True, cells=["000000"])
            self.assertEqual(
                answer["failures"]["0"], "the gradient by 'cells' has the shape (2,), where the variables have (2, 3)"
            )
            self.assertEqual(answer["gradients"], {"cells": [None]})

    def test_gradients_of_a_batch(self):
        with Exchange(
            """
                def values(sizes):
                    return [float(design[0]) for design in sizes]
                gidn.serve(values, batch=3, gradient=lambda sizes: (values(sizes), [[1, 0, 0]] * len(sizes)))
                """,
            [SIZES],
            [MASS],
        ) as program:
            answer = program.evaluate(True, sizes=[[5, 6, 7], [8, 9, 1]])
            self.assertEqual(answer["outputs"], {"mass": [5.0, 8.0]})
            self.assertEqual(answer["gradients"], {"sizes": [[1.0, 0.0, 0.0]] * 2})

    def test_what_is_printed_does_not_break_the_exchange(self):
        with Exchange(
            """
                print('before')
                import os, subprocess, sys
                def noisy(number):
                    print('print')
                    os.write(1, b'library\\n')
                    subprocess.run([sys.executable, '-c', 'print("child"); input()'], stderr=subprocess.DEVNULL)
                    return number
                gidn.serve(noisy)""",
            [NUMBER],
            [MASS],
        ) as program:
            self.assertEqual(program.evaluate(number=[[1], [2]])["outputs"], {"mass": [1.0, 2.0]})
        self.assertEqual(sorted(set(program.errors.split())), ["before", "child", "library", "print"])

    def test_parameters_that_are_no_variables_are_refused(self):
        with Exchange("def f(sizes, count): return 1\ngidn.serve(f)", [SIZES, NUMBER], [MASS]) as program:
            self.assertIsNone(program.greeting)
        self.assertEqual(program.status, 2)
        self.assertEqual(
            program.errors,
            (
                "The function 'f' takes sizes, count, but the variables of the experiment are sizes, number; give its parameters these"
                " names.\n"
            ),
        )

    def test_another_version_of_the_protocol_is_answered_with_ours(self):
        with Exchange("gidn.serve(lambda x: 1)", [NUMBER], [MASS], version=2) as program:
            self.assertEqual(program.greeting, {"version": 1})
        self.assertEqual(program.status, 0)

    def test_the_product_may_go_before_anything_is_asked(self):
        with Exchange("gidn.serve(lambda x: 1)", [NUMBER], [MASS]) as program:
            pass
        self.assertEqual((program.status, program.errors), (0, ""))

    def test_a_decorated_function_is_called_as_before(self):
        @evaluator
        def double(x: float) -> float:
            """Twice as much."""
            return 2 * x

        self.assertEqual((double(4), double.__name__, double.__doc__), (8, "double", "Twice as much."))

    def test_a_batch_of_none_is_refused(self):
        with self.assertRaisesRegex(ValueError, "batch is 0; it has to be 1 or more"):
            evaluator(batch=0)(len)


if __name__ == "__main__":
    unittest.main()
