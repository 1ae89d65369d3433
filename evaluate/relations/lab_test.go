package relations
import ("testing";"context";"os";"fmt"
"github.com/annals-project/annals";"github.com/annals-project/annals/annotate"
"github.com/annals-project/annals/annotate/mentions";"github.com/annals-project/annals/annotate/coref"
rel "github.com/annals-project/annals/annotate/relations"
"github.com/annals-project/annals/annotate/relations/scorer"
"github.com/annals-project/annals/annotate/claims"
"github.com/annals-project/annals/evaluate";"github.com/annals-project/annals/text")
func TestLab(t *testing.T){
 r,_:=text.NewReader(); m,err:=mentions.New(); if err!=nil {t.Fatal(err)}; c,err:=coref.New(); if err!=nil{t.Fatal(err)}; cl,err:=claims.New(nil); if err!=nil{t.Fatal(err)}
 _=rel.New; _=cl
 env:=evaluate.Env{Data:"/work/shared", Read: func(title,tx,p string)*annotate.Document{ d:=&annotate.Document{Doc:&annals.Document{Text:tx,Title:title},Text:r.Read(tx)}; m.Annotate(d); c.Annotate(d); return d }}
 docs,_:=readRe3d("/work/shared/data/re3d"); base,_:=rel.New(nil); bb:=bench{rules:base.WithScorer(nil,0)}; ng,nc,npos:=0,0,0
 for _,d:=range docs { s:=bb.read(env,d); ng+=len(d.Gold); nc+=len(s.pairs); for _,p:=range s.pairs {if p.Class!=0{npos++}}
  for _,g:=range d.Gold { a,b:=false,false; for _,m:=range s.read.Mentions { if m.Overlaps(g.A){a=true}; if m.Overlaps(g.B){b=true} }; if !a||!b { fmt.Printf("NOMENTION %v %q %q\n", g.Type,g.A.In(d.Text),g.B.In(d.Text)) } else if s.read.Text.SentenceAt(g.A.Start)!=s.read.Text.SentenceAt(g.B.Start) {fmt.Printf("CROSS %v %q %q\n", g.Type,g.A.In(d.Text),g.B.In(d.Text))} } }
 fmt.Println("gold",ng,"pairs",nc,"positive",npos)
 rep,err:=run(context.Background(),env); if err!=nil{t.Fatal(err)}
 for _,x:=range rep.Rows {fmt.Printf("%-40s P %.1f R %.1f F %.1f n=%d\n",x.Measure,x.P,x.R,x.Value,x.N)}
 if os.Getenv("SHOW")!="" {for _,x:=range rep.Detail{fmt.Println(x)}}
 if p:=os.Getenv("WRITE"); p!="" { ex,_:=Examples(env); os.WriteFile(p,scorer.Train(ex).Append(nil),0o644) }
}
