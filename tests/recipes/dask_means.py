"""The portfolio's means over two Dask workers, from tidy data in shards: dask_means.py ROWS.csv…

Each shard is what `oca portfolio FOLDER -o rows.csv` wrote for some of the organizations, each with all its rounds; the
shards may lie on as many machines as there are. An organization's percent is the sum of share * percent over its
items; the sums are made by the workers, what is left is a row an organization. Prints CSV.
"""
import sys

import dask
import dask.dataframe as dd
from distributed import Client, LocalCluster

TEXTS = ("organization", "name", "country", "district", "part_of", "profile", "rubric", "rubric_version", "tailoring",
         "round", "date", "role", "facilitated", "area", "item", "state", "basis", "gate")
NUMBERS = ("score", "score_uncapped", "standing", "percent", "n", "dk_share", "consensus", "weight", "share", "area_share")


def sums(rows, share, keys):
    """Percents by `keys`; of those without any share, none."""
    part = rows[list(keys)].assign(part=rows[share] * rows["percent"]).dropna(subset=["part"])
    return part.groupby(list(keys))["part"].sum().reset_index()


def summary(percents, keys):
    values = percents.groupby(list(keys))["part"]
    return [[*(key if isinstance(key, tuple) else (key,)), len(group), group.mean(), *group.quantile([0.5, 0.25, 0.75])]
            for key, group in values]


def main():
    dtype = dict.fromkeys(TEXTS, str) | dict.fromkeys(NUMBERS, float)
    dask.config.set({"distributed.admin.tick.limit": "60s"})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        rows = dd.read_csv(sys.argv[1:], dtype=dtype, keep_default_na=False, na_values={name: [""] for name in NUMBERS})
        rows = rows[rows["role"].isin(["baseline", "latest"])]
        overall = sums(rows, "share", ("role", "rubric", "organization"))
        areas = sums(rows, "area_share", ("role", "rubric", "area", "organization"))
        overall, areas = client.compute([overall, areas], sync=True)
        workers = len(client.scheduler_info()["workers"])
    print("role,rubric,area,n,mean,median,q1,q3")
    lines = [[role, rubric, "", *rest] for role, rubric, *rest in summary(overall, ("role", "rubric"))]
    for line in sorted(lines + summary(areas, ("role", "rubric", "area"))):
        print(",".join(map(str, line)))
    return 0 if workers == 2 else 1


if __name__ == "__main__":
    sys.exit(main())
